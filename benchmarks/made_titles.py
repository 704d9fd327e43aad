"""Titles to measure matchers on: made up, but with the families, numerals and near-twins that real lists have.

Nothing is read from anywhere: a seed gives the same world on every machine. `spoil` respells a title as lists do,
`other_number` gives the paper beside it that differs in a number only.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator


def _words(text: str) -> list[str]:
    return text.split()


_METHODS = _words(
    """attention diffusion regression sampling inference estimation optimization clustering embedding factorization
    interpolation quantization pruning distillation alignment calibration screening spectroscopy tomography
    microscopy annealing sequencing imaging forecasting segmentation simulation renormalization homogenization
    linearization"""
)
_QUALITIES = _words(
    """adaptive robust efficient sparse hierarchical Bayesian stochastic variational nonlinear quantum spectral
    differentiable causal probabilistic distributed federated multi-scale low-rank self-consistent energy-aware
    data-driven time-resolved high-dimensional non-convex semi-supervised Hölder-continuous Poincaré-invariant
    tropical relativistic turbulent granular magnetic viscous cosmic neuronal urban coastal medieval fiscal
    epidemic microbial"""
)
_THINGS = _words(
    """graphs proteins galaxies markets glaciers catalysts languages networks polymers elections forests batteries
    genomes vaccines economies oceans semiconductors algebras manifolds lattices plasmas cities neurons aerosols
    contracts membranes comets dialects supply-chains wetlands ontologies vehicles sensors microbiomes
    manuscripts"""
)
_PLACES = """with missing data|under uncertainty|in the wild|at scale|from noisy observations|without labels|
with labels|on mobile devices|in three dimensions|in two dimensions|near criticality|over finite fields|
for early diagnosis|under climate change|in developing countries|with limited memory|beyond equilibrium|
at low temperature|by maximum likelihood|in the presence of obstacles|across generations|on random graphs|
with applications to biology"""
_SUBTITLES = """A survey|A benchmark and a baseline|Theory and experiments|An empirical study|A case study in Europe|
Methods and open problems|Evidence from panel data|A replication|Limits and opportunities|A unified view"""
_SYLLABLES = _words("ba co di fa gra lo mi nu pa qui re so ta ver xi zo flex core net mix lab fold lens max")
_SERIES = ["{name}{n} technical report", "Lectures on {thing} {roman}", "{quality} {method} of {thing}. Part {roman}"]
_SERIES += ["{name} data release {n}: {quality} {thing}", "{name}-{n}: {quality} {method} of {thing}"]
_SERIES += ["{quality} {thing} in {n} dimensions", "{method} of {thing} with {n} parameters {place}"]
_ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII"]

_CHOICES = {
    "method": _METHODS,
    "quality": _QUALITIES,
    "thing": _THINGS,
    "place": [place.strip() for place in _PLACES.split("|")],
    "subtitle": [subtitle.strip() for subtitle in _SUBTITLES.split("|")],
}
_PATTERNS = [
    "{quality} {method} of {quality} {thing} {place}",
    "{name}: {quality} {method} for {quality} {thing} {place}",
    "{quality} {method} and {method} for {thing}: {subtitle}",
    "On the {method} of {quality} {thing} and {thing} {place}",
    "{name}: {method} and {quality} {method} of {thing} {place}",
    "{quality} {thing} and {quality} {thing} {place}: {subtitle}",
    "Towards {quality} {method} of {quality} {thing} via {quality} {method}",
]


def make_titles(count: int, seed: int = 1) -> list[str]:
    """`count` distinct titles: four in five stand alone, the others come in series of two to five."""
    rng = random.Random(seed)
    titles: dict[str, str] = {}
    while len(titles) < count:
        series = rng.random() < 0.06
        made = _series(rng) if series else [_capitalize(_fill(rng.choice(_PATTERNS), rng), rng)]
        titles.update({title.lower(): title for title in made})
    return list(titles.values())[:count]


def _fill(pattern: str, rng: random.Random, **given: str) -> str:
    def choose(match: re.Match[str]) -> str:
        if match[1] == "name":
            return given.get("name") or _name(rng)
        return given.get(match[1]) or rng.choice(_CHOICES[match[1]])

    return re.sub(r"\{(\w+)\}", choose, pattern)


def _name(rng: random.Random) -> str:
    name = "".join(rng.choice(_SYLLABLES) for _ in range(rng.choice((2, 3, 3))))
    return rng.choice((name.capitalize(), name[:2].upper() + name[2:], name[:-1] + name[-1].upper(), name.upper()))


def _series(rng: random.Random) -> Iterator[str]:
    pattern = _fill(rng.choice(_SERIES).replace("{n}", "<n>").replace("{roman}", "<roman>"), rng)
    for n in range(1, rng.randint(3, 6)):
        number = f"{n}.5" if rng.random() < 0.2 else str(n)
        yield _capitalize(pattern.replace("<n>", number).replace("<roman>", _ROMAN[n - 1]), random.Random(0))


def _capitalize(title: str, rng: random.Random) -> str:
    title = title[0].upper() + title[1:]
    return re.sub(r"\b[a-z](?=\w{3})", lambda m: m[0].upper(), title) if rng.random() < 0.6 else title


def other_number(title: str, rng: random.Random) -> str | None:
    """The title with one of its numbers, versions or parts changed; None if it has none."""
    places = list(re.finditer(r"(?<![\w.])(?:[IVX]+|\d+(?:\.\d+)?)(?![\w.])|(?<=[a-zA-Z-])\d+(?:\.\d+)?", title))
    if not places:
        return None
    place = rng.choice(places)
    if place[0].isalpha():
        other = rng.choice([roman for roman in _ROMAN if roman != place[0]])
    else:
        other = rng.choice([str(n) for n in range(1, 9) if str(n) != place[0]])
    return title[: place.start()] + other + title[place.end() :]


Spoiler = Callable[[str, random.Random], str | None]


def _same(title: str, rng: random.Random) -> str:
    return title


def _capitals(title: str, rng: random.Random) -> str:
    return rng.choice((str.upper, str.lower, str.title))(title)


def _typography(title: str, rng: random.Random) -> str | None:
    changed = title.replace("-", rng.choice(("–", " ", "‐"))).replace("é", rng.choice(("\\'e", "e", "e\u0301")))
    changed = changed.replace("ö", rng.choice(('\\"o', "o"))).replace(": ", rng.choice((" - ", ": ", " — ")))
    return changed + rng.choice((".", "", " ")) if changed != title else None


def _typo(title: str, rng: random.Random, count: int = 1) -> str | None:
    for _ in range(count):
        places = [m.start() for m in re.finditer(r"(?<=[a-z])[a-z](?=[a-z])", title)]
        if not places:
            return None
        at, letter = rng.choice(places), rng.choice("abcdefghijklmnopqrstuvwxyz")
        swapped = title[:at] + title[at + 1] + title[at] + title[at + 2 :]
        replaced, doubled = title[:at] + letter + title[at + 1 :], title[:at] + letter + title[at:]
        title = rng.choice((title[:at] + title[at + 1 :], replaced, doubled, swapped))
    return title


def _typos(title: str, rng: random.Random) -> str | None:
    return _typo(title, rng, rng.choice((2, 3)))


def _joined(title: str, rng: random.Random) -> str | None:
    places = [m.start() for m in re.finditer(r"(?<=[a-z])[ -](?=[a-z])", title)]
    return title[: (at := rng.choice(places))] + title[at + 1 :] if places else None


def _split(title: str, rng: random.Random) -> str | None:
    places = [m.start() for m in re.finditer(r"(?<=[a-z]{4})(?=[a-z]{4})", title)]
    return title[: (at := rng.choice(places))] + rng.choice(" -") + title[at:] if places else None


def _venue(title: str, rng: random.Random) -> str:
    venue = "".join(rng.choice("ACEILMNPRSV") for _ in range(rng.randint(3, 6)))
    year = rng.randint(1998, 2025)
    return title + rng.choice(
        (f" ({venue} {year})", f", {venue} {year}", f" [{venue}'{year % 100:02}]", f". {venue} {year}")
    )


def _subtitle(title: str, rng: random.Random) -> str | None:
    head, colon, _ = title.partition(": ")
    return head if colon and len(head.split()) >= 5 else None


def _ellipsis(title: str, rng: random.Random) -> str | None:
    keep = int(len(title) * rng.uniform(0.6, 0.85))
    return title[:keep].rstrip() + rng.choice(("...", "…")) if len(title.split()) >= 10 else None


def _small_word(title: str, rng: random.Random) -> str | None:
    places = list(re.finditer(r"\b(?:of|for|and|the|in|On the|Towards)\b ", title))
    if not places or len(title.split()) < 7:
        return None
    place = rng.choice(places)
    return title[: place.start()] + rng.choice(("", "the ", "for ")) + title[place.end() :]


def _word(title: str, rng: random.Random) -> str | None:
    words = title.split()
    inner = [n for n in range(1, len(words) - 1) if len(words[n]) > 4 and words[n][-1] != ":"]
    if len(words) < 10 or not inner:
        return None
    lost = rng.choice(inner)
    return " ".join(word for n, word in enumerate(words) if n != lost)


def _name_lost(title: str, rng: random.Random) -> str | None:
    head, colon, tail = title.partition(": ")
    return tail if colon and " " not in head and len(tail.split()) >= 6 else None


# How often lists respell titles in which way; half are spelled as they should be but for capitals and typography.
SPOILERS: dict[str, tuple[int, Spoiler]] = {
    "as it is": (25, _same),
    "capitals": (15, _capitals),
    "typography": (14, _typography),
    "a typo": (12, _typo),
    "2-3 typos": (4, _typos),
    "joined words": (6, _joined),
    "split words": (4, _split),
    "venue behind": (8, _venue),
    "subtitle dropped": (3, _subtitle),
    "ellipsis": (3, _ellipsis),
    "small words": (3, _small_word),
    "word dropped": (1, _word),
    "name dropped": (2, _name_lost),
}


def spoil(title: str, rng: random.Random) -> tuple[str, str]:
    """How a list spells a title, and which kind of respelling that is."""
    kinds, weights = list(SPOILERS), [weight for weight, _ in SPOILERS.values()]
    while True:
        kind = rng.choices(kinds, weights)[0]
        spoiled = SPOILERS[kind][1](title, rng)
        if spoiled is not None:
            return kind, spoiled
