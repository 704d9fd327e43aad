"""Values as JSON text, for programs and for the terminals of people: what would steer a terminal is escaped. Pure."""

from __future__ import annotations

import json
import re
from datetime import datetime

# What JSON itself leaves as it is: the second set of control characters, and marks that turn the direction of writing.
_STEERING = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def to_json(value: object, *, indent: int | None = None) -> str:
    """JSON, on one line without `indent`: times in ISO 8601, other text as it is. Raises TypeError for odd values."""
    text = json.dumps(value, ensure_ascii=False, indent=indent, default=_plain)
    return _STEERING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} can't be written as JSON")
