"""Names that run on behind titles, where most entries of the page have them on the line below."""

from __future__ import annotations

import textwrap

from tests.mentions.text.reading import extract

THINGS = ("Mussels", "Herons", "Kelps", "Crabs", "Gulls", "Newts", "Eels", "Ferns", "Dunes", "Limpets", "Otters", "Cod")
THINGS += ("Seals", "Stars", "Worms", "Rays", "Clams", "Oysters")
TITLES = tuple(
    f"How {thing} Sleep below the Ice of the {('Northern', 'Far and Quiet')[at % 2]} Seas" * (at != 2) or "Kelps Asleep"
    for at, thing in enumerate(THINGS)
)
LAST = ("Roe", "Poe", "Doe", "Moe", "Stein", "Berg", "Lind", "Haddad", "Brandt", "Orr", "Kay", "Fox", "Ely", "Lund")
LAST += ("Novak", "Sato", "Hill", "Petrova")
FORMS = ("Ana {}, Max T. {}", "Kim {}", "Lena Q. {}, Ida {} et al.")
PEOPLE = tuple(FORMS[at % 3].format(last, LAST[at - 1]) for at, last in enumerate(LAST))
TAGS = (" (ICES'19)", " (2019)", "")
JOINS = {4: " ", 7: " ", 8: " (ICES'19, Best Paper) ", 10: " "}  # all others have a line break


def _page(width: int) -> str:
    page = "Shores\n\n"
    for at, title in enumerate(TITLES):
        tag = "" if "(" in JOINS.get(at, "") else TAGS[at % 3]
        lines = f"{title}{JOINS.get(at, chr(10))}{PEOPLE[at]}{tag}{' [code]' * (at % 2)}".split("\n")
        indents = ["  * ", "    "]
        page += "".join(
            textwrap.fill(line, width, initial_indent=indents[n], subsequent_indent="    ") + "\n"
            for n, line in enumerate(lines)
        )
    return page


def test_names_that_run_on_behind_titles_are_parted_from_them() -> None:
    found = extract(_page(200)).mentions
    assert [mention.title for mention in found] == list(TITLES)
    assert [", ".join(mention.authors) for mention in found] == [names.removesuffix(" et al.") for names in PEOPLE]
    assert [mention.year for mention in found[:5]] == [2019, 2019, None, 2019, 2019]


def test_names_that_run_on_behind_titles_are_parted_from_them_in_wrapped_lists() -> None:
    found = extract(_page(64)).mentions
    assert [mention.title for mention in found] == list(TITLES)
