"""Facts that ship with the package; no code lives here.

`starter_catalog.csv`: arXiv papers (id, current title, authors in order joined by "; ", whether those are all, day or
month of publication, categories, DOI and repository where the paper itself names one). It lets a first run resolve
titles without network, and it is the world that the sandbox shows.

`other_papers.csv`: papers that are not on arXiv, with their DOI or address.
"""
