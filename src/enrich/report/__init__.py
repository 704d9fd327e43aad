"""The report: a published version in, one self-contained HTML page out.

`figures` computes what the page says, `page` writes it down. Nothing here asks a service, and the page asks nobody
either: scripts, styles and data are inlined, and its content policy forbids every connection. Texts of documents and
services reach it as text alone.
"""

from enrich.report.figures import Figures, compute_figures
from enrich.report.page import render_page

__all__ = ["Figures", "compute_figures", "render_page"]
