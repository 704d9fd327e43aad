"""Lines of people with brackets behind each that say where they work: "Jane Roe (Harbour Lab), Max Poe (Kiel
University)". In: a line. Out: whether it is such. Pure."""

from __future__ import annotations

import re

from enrich.mentions.entries.names.credits import are_placed, may_be_names, without_places
from enrich.mentions.shapes.names import is_single_name

_BEHIND_BRACKET = re.compile(r"(?<=\)),? and |(?<=\))[,;] ")
_FEWEST = 3  # people with brackets that may have names of any shape: a title lists few systems with their acronyms


def are_all_placed(text: str) -> bool:
    """Whether each of several people, or the last of those that work in one place, has a bracket behind; most have
    names of the usual shape."""
    parts = _BEHIND_BRACKET.split(text.rstrip(" .,;"))
    if len(parts) < 2 or not all(part.endswith(")") for part in parts):
        return False
    if are_placed(text):
        return True
    names = [name for part in parts for name in without_places(part).split(", ")]
    told = sum(map(is_single_name, names))
    return len(parts) >= _FEWEST and told * 2 > len(names) and all(map(may_be_names, names))
