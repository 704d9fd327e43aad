"""Lists printed on paper or wrapped by programs: entries broken between sheets, and places kept on a line."""

from __future__ import annotations

from tests.mentions.text.reading import extract, fold, found_papers

TITLES = [f"{word} Dunes and Their Many Keepers" for word in "Ash Bay Cold Deep East Far Grey High Ice Jade".split()]  # noqa: SIM905
HEAD = "11/22/25, 9:14 PM                 GitHub - roe/dunes: Papers on dunes"
FOOT = "https://github.com/roe/dunes                                   {}/3"


def test_entries_broken_between_sheets_stay_whole() -> None:
    lines = [HEAD, "", "      Code Issues 3 Pull requests 1 Actions Projects Security Insights", ""]
    lines += ["      1.6k stars 193 forks 50 watching 1 Branch 0 Tags Activity", "", "      Dunes", ""]
    sheets = {3: 1, 7: 2}
    for n, title in enumerate(TITLES, start=1):
        lines.append(
            f"       {n}.   {title}. Oikos, {2010 + n}. paper, code" if n % 4 else f"       {n}.   {title}. Oikos,"
        )
        if n in sheets:
            lines += ["", "", "", FOOT.format(sheets[n]), "\f" + HEAD, "", "", ""]
        lines += [] if n % 4 else [f"            {2010 + n}. paper"]
        lines += [f"            Jane Roe, Max Poe and Ann {'Marsh Doe Fox Hay'.split()[n % 4]}", ""]  # noqa: SIM905
    lines.append(FOOT.format(3))
    found = extract("\n".join(lines)).mentions
    assert [fold(mention.title) for mention in found] == list(map(fold, TITLES))
    assert [mention.year for mention in found] == list(range(2011, 2021))
    assert all(len(mention.authors) == len(("Jane", "Max", "Ann")) for mention in found)


def test_links_with_a_comma_between_name_no_columns() -> None:
    entries = (f"{n}. {title}. Oikos, {2010 + n}.\n   paper, code\n   Jane Roe\n\n" for n, title in enumerate(TITLES))
    assert [title for _, title in found_papers("".join(entries))] == list(map(fold, TITLES))
