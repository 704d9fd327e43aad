"""Records whose second line names people with a year, or all that a citation says, above an abstract."""

from __future__ import annotations

from textwrap import fill

from tests.mentions.text.reading import extract

TITLES = (
    "Tidal Pools under Warming Seas and What Is Left of Them",
    "A Census of Northern Kelp",
    "Limpets Remember Their Homes Where the Tide Is High",
    "What Waves Carry to the Shore",
    "Where Herons Wait",
    "Salt in the Wind",
    "The Sea at Work on Cliffs of Chalk and Clay and Sand",
    "Otters of the Outer Islands",
    "Reeds and the Harbour They Keep from Silting Up Again",
    "Sand That Came Back",
)
PEOPLE = ("Ana Roe", "Max Poe, Kim Doe", "Lin Moe", "Ida Fox, Tom Orr", "Eva Hill, Jo Zoe")
FURTHER = "\n        "
ABSTRACT = (
    "We followed four of them for six winters. What we found holds for wide places and fails in narrow ones, where "
    "the banks keep the wind away. Is this a rule, and where does it end?"
)


def test_abstracts_by_their_label_and_people_with_a_year_are_no_rest_of_a_full_title() -> None:
    records = [
        fill(title, 56, initial_indent=f"{number}. ", subsequent_indent="   ")
        + (f"\n    {PEOPLE[number % 5]} ({2010 + number})" if number % 3 else "")
        + "\n"
        + fill(f"Abstract: {ABSTRACT}", 60, initial_indent="    ", subsequent_indent="    ")
        for number, title in enumerate(TITLES, start=1)
    ]
    assert [mention.title for mention in extract("Reading group\n\n" + "\n\n".join(records)).mentions] == list(TITLES)


def test_citations_right_below_titles_belong_to_them() -> None:
    cited = (
        "Roe, A. (2014) Tidal Letters 27: 20–1031 https://doi.org/10.1000/1",
        "Fox, I., Orr, T. (2015) Ibis 5: 2–99",
    )
    below = f"Abstract. {ABSTRACT}\n\nChosen by Eva Hill: read it."
    records = [
        f"{'May' if number % 2 else 'June'} {2000 + number}\n\n{title}\n{cited[number % 2]}\n\n{below}"
        for number, title in enumerate(TITLES)
    ]
    assert [mention.title for mention in extract("Shores\n\n" + "\n\n".join(records)).mentions] == list(TITLES)


def test_lines_set_in_below_titles_belong_to_them() -> None:
    entries = [
        f"    {title}{' [paper]' * (n % 3 == 0)}\n        "
        + f"{PEOPLE[n % 5]}{'. Shore preprint' if n % 3 == 0 else f'{FURTHER}ICES 20{n + 10} | Code | Paper'}"
        + f"{FURTHER}Silver medal of the jury" * (n % 4 == 0)
        for n, title in enumerate(TITLES)
    ]
    found = extract("Shores\n\nA list of papers.\n\n" + "\n".join(entries)).mentions
    assert [mention.title for mention in found] == list(TITLES)


def test_names_of_columns_do_not_end_entries() -> None:
    links = ("Code | Paper", "Video | Paper", "Project Page | Paper")
    entries = (
        f"    {title}{FURTHER}{PEOPLE[n % 5]}{FURTHER}ICES 20{n + 10} | {links[n % 3]}"
        for n, title in enumerate(TITLES)
    )
    found = extract("Shores\n\n" + "\n".join(entries)).mentions
    assert [(mention.title, mention.year) for mention in found] == [(t, 2010 + n) for n, t in enumerate(TITLES)]


def test_notes_below_the_last_authors_make_no_heading_of_its_title() -> None:
    records = "\n\n".join(f"{title}\n{PEOPLE[n % 5]}, Jo Ash" for n, title in enumerate(TITLES))
    found = extract(f"Accepted papers\n\n{records}\n\n* Merged with another one by the committee.\n").mentions
    assert [mention.title for mention in found][:10] == list(TITLES)


def test_citations_set_in_below_remarks_are_papers() -> None:
    words = ("Night Trains", "Worn Coins", "Paper Sensors", "Street Noise", "Copper Trade", "Small Harbors")
    titles = [f"{how} the {word}" for word in words for how in ("Measuring Trust in", "A Short History of")]
    remark = "A remark about the way they count what they saw"
    cited = "\n".join(f"    {PEOPLE[at % 5]}. {title}. Oikos, 2019.\n{remark}" for at, title in enumerate(titles))
    assert [mention.title for mention in extract(f"Reading\n\nOn tides\n{cited}").mentions] == titles


def test_people_set_in_below_titles_are_theirs() -> None:
    words = ("Night Trains", "Worn Coins", "Paper Sensors", "Street Noise", "Copper Trade", "Small Harbors")
    titles = [f"{how} the {word}" for word in words for how in ("Measuring Trust in", "A Short History of")]
    text = "\n".join(f"{title}\n    A. Roe, M. Poe, Journal of Shores {at} (2019)" for at, title in enumerate(titles))
    assert [(m.title, len(m.authors)) for m in extract(f"Papers\n\n{text}").mentions] == [(t, 2) for t in titles]
