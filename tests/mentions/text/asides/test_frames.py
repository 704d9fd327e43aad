"""Pages of a site copied one below another, with its frame around each."""

from __future__ import annotations

import random

from tests.mentions.text.flat.test_segments import titles
from tests.mentions.text.reading import extract

HEAD = (
    "Skip to main content",
    "Shore University",
    "Login",
    "Showing {0}1-{0}9 of 90 results",
    "Search in all fields of records",
    "Tide",
    "Sort by newest first",
    "Show abstracts",
    "Go",
    "Previous",
    "Next",
)
FOOT = (
    "First page",
    "Last page",
    "About",
    "Help",
    "Feedback",
    "Contact the library by mail or telephone today",
    "Privacy",
    "Copyright",
    "Accessibility",
    "Status",
    "Get notified of changes",
)
SAID = "We ask how {0} changes over the years, and find that it does. Nets were set twice a day, and all were lost."


def test_frames_around_pages_of_results_are_no_papers() -> None:
    stated = titles(random.Random("frames"), 36)
    lines: list[str] = []
    for page in range(3):
        lines += [line.format(page) for line in HEAD]
        for title in stated[12 * page : 12 * page + 12]:
            lines += ["", title, "Authors: Ana Roe, Max Poe", f"Abstract: {SAID.format(title.lower())}"]
        lines += ["", *FOOT]
    assert [mention.title for mention in extract("\n".join(lines)).mentions] == stated


def test_what_comes_back_below_the_frame_of_each_page_is_of_it() -> None:
    stated = titles(random.Random("frames"), 36)
    below = [
        "Kiel, Germany May 11 2021 https://shores.example.org/ tides@example.org",
        "Submission of Tides: May 11 2021",
    ]
    lines: list[str] = []
    for page in range(3):
        lines += [*FOOT, *(line.format(page) for line in HEAD), *below, "Accepted Talks", "Accepted Posters"]
        for title in stated[12 * page : 12 * page + 12]:
            lines += [title, "Ana Roe, Max Poe", "Shore Meeting 2021", f"Abstract: {SAID.format(title.lower())}"]
    assert [mention.title for mention in extract("\n".join(lines)).mentions] == stated


def test_papers_that_two_lists_have_in_common_are_kept() -> None:
    stated = titles(random.Random("twice"), 12)
    listed = "".join(f"• {title}. ICES 2019\n" for title in stated)
    found = extract(f"Shores\n\nNewest\n\n{listed}\nAll papers on shores\n\n{listed}").mentions
    assert len(found) == 2 * len(stated)
