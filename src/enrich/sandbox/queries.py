"""Search expressions as arXiv and DataCite take them: fields, phrases, AND, OR, ANDNOT, parentheses. Pure.

In comes the text, out comes a tree and the text as the service normalises it: a term without a field gets the default
field, two terms without an operator get OR, `field:(a b)` is spread over its words. What a term matches: the caller's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

_PIECES = re.compile(r'(?:(?P<field>[\w.]+):(?=\S))?(?:(?P<quoted>"[^"]*")|(?P<range>\[[^\]]*\])|(?P<bare>[^\s()"]+)|(?P<open>\())|(?P<close>\))|(?P<stray>\S)')  # fmt: skip  # noqa: E501
_OPERATORS = {"AND": "AND", "OR": "OR", "ANDNOT": "ANDNOT", "NOT": "ANDNOT"}


class InvalidQuery(Exception):
    """The expression can't be read. The message is the normalised text."""


@dataclass(frozen=True, slots=True)
class Term:
    """A word or a phrase to look for in a field."""

    field: str
    text: str
    quoted: bool = False

    def __str__(self) -> str:
        return f'{self.field}:"{self.text}"' if self.quoted else f"{self.field}:{self.text}"


@dataclass(frozen=True, slots=True)
class Joined:
    """Two expressions and the operator between them: AND, OR or ANDNOT."""

    operator: str
    left: Node
    right: Node


Node = Term | Joined
Piece = Term | str  # a term, an operator or a parenthesis


@dataclass(frozen=True, slots=True)
class Query:
    """An expression: the tree, and how the service spells it."""

    root: Node
    normal: str

    def score(self, test: Callable[[Term], float]) -> float:
        """How well something fits: 0 is "not at all". `test` scores one term."""
        return _score(self.root, test)


def parse_query(text: str, fields: Mapping[str, str], default: str) -> Query:
    """The expression in `text`. `fields` maps the field names that are known to their normal form.

    Raises InvalidQuery for unbalanced parentheses and quotes, a backslash before a quote, and a dangling operator.
    """
    pieces = list(_with_operators(_pieces(text, fields, default)))
    normal = _spelled(pieces)
    if not pieces or any(isinstance(piece, Term) and piece.text.endswith("\\") for piece in pieces):
        raise InvalidQuery(normal)
    reader = _Reader(pieces, normal)
    root = reader.any_of()
    if reader.left:
        raise InvalidQuery(normal)
    return Query(root, normal)


def _pieces(text: str, fields: Mapping[str, str], default: str) -> Iterator[Piece]:
    spread: list[str] = [default]
    for match in _PIECES.finditer(re.sub(r"\s+", " ", text)):
        field = fields.get(match["field"] or "", "")
        if match["open"]:
            spread.append(field or spread[-1])
            yield "("
        elif match["close"]:
            spread = spread[:-1] or [default]
            yield ")"
        elif match["stray"]:
            yield Term(spread[-1], f"{match['stray']}\\")
        elif match["quoted"] or match["range"]:
            yield Term(field or spread[-1], (match["quoted"] or match["range"])[1:-1], quoted=True)
        elif not match["field"] and match["bare"] in _OPERATORS:
            yield _OPERATORS[match["bare"]]
        else:
            whole = match["bare"] if field or not match["field"] else f"{match['field']}:{match['bare']}"
            yield Term(field or spread[-1], whole)


def _with_operators(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces with OR where two expressions touch."""
    before: Piece | None = None
    for piece in pieces:
        touches = isinstance(before, Term) or before == ")"
        if touches and (isinstance(piece, Term) or piece == "("):
            yield "OR"
        yield piece
        before = piece


def _spelled(pieces: list[Piece]) -> str:
    return re.sub(r"(?<=\() | (?=\))", "", " ".join(str(piece) for piece in pieces))


class _Reader:
    """Recursive descent over the pieces: OR binds loosest."""

    def __init__(self, pieces: list[Piece], normal: str) -> None:
        self.left = list(pieces)
        self._normal = normal

    def any_of(self) -> Node:
        node = self._all_of()
        while self.left and self.left[0] == "OR":
            self.left.pop(0)
            node = Joined("OR", node, self._all_of())
        return node

    def _all_of(self) -> Node:
        node = self._one()
        while self.left and self.left[0] in ("AND", "ANDNOT"):
            node = Joined(str(self.left.pop(0)), node, self._one())
        return node

    def _one(self) -> Node:
        piece = self.left.pop(0) if self.left else None
        if isinstance(piece, Term):
            return piece
        if piece != "(":
            raise InvalidQuery(self._normal)
        node = self.any_of()
        if not self.left or self.left.pop(0) != ")":
            raise InvalidQuery(self._normal)
        return node


def _score(node: Node, test: Callable[[Term], float]) -> float:
    if isinstance(node, Term):
        return test(node)
    left, right = _score(node.left, test), _score(node.right, test)
    if node.operator == "OR":
        return left + right
    if node.operator == "AND":
        return left + right if left and right else 0.0
    return 0.0 if right else left
