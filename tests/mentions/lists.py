"""Ten reading lists in Markdown, of ten fields and in ten styles, with the papers they list. Titles are made up.

Data for the tests: `make_list(field, seed)` gives the Markdown and the truth, the same for the same arguments.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

# Things that are studied, ways to study them, and names of systems, by field.
_WORDS: dict[str, tuple[str, str, str]] = {
    "biology": (
        "Coral Larvae|Gut Bacteria|Zebrafish Fins|Root Networks|Bird Migration|Enzyme Kinetics|Soil Fungi",
        "Single-Cell Sequencing|Field Experiments|Cryo-Electron Microscopy|Lineage Tracing|Phylogenetic Trees",
        "ReefAtlas|CellWeave|FoldTrace|BioLoom",
    ),
    "robotics": (
        "Legged Locomotion|Grasp Planning|Cable Manipulation|Drone Swarms|Soft Grippers|Visual Odometry|Terrain Maps",
        "Contact-Implicit Optimization|Tactile Sensing|Model Predictive Control|Event Cameras|Sim-to-Real Transfer",
        "GripNet|StrideX|HoverLab|TactiPlan",
    ),
    "astronomy": (
        "Binary Pulsars|Dwarf Galaxies|Exoplanet Atmospheres|Fast Radio Bursts|Stellar Streams|Dark Matter Halos",
        "Transit Photometry|Weak Lensing|Spectral Line Fitting|Radio Interferometry|N-Body Simulations",
        "StarForge2|PulsarKit|LensMapper|ExoScope",
    ),
    "databases": (
        "Learned Indexes|Join Ordering|Write-Ahead Logs|Graph Queries|Column Stores|Cardinality Estimates",
        "Adaptive Sampling|Vectorized Execution|Multi-Version Concurrency|Cost-Based Rewriting|Persistent Memory",
        "TupleDB|JoinFlow|LogCask|QuillStore",
    ),
    "interaction": (
        "Touch Typing|Gaze Input|Children's Play|Wearable Displays|Screen Readers|Co-Located Games|Paper Prototypes",
        "Diary Studies|Think-Aloud Protocols|Motion Capture|Participatory Design|Online Surveys",
        "TapBoard|GazeKit|PlayLoop|HaptiSleeve",
    ),
    "climate": (
        "Arctic Sea Ice|Monsoon Rainfall|Urban Heat Islands|Ocean Carbon Uptake|Glacier Retreat|Drought Indices",
        "Ensemble Forecasts|Satellite Altimetry|Bayesian Downscaling|Tree-Ring Records|Earth System Models",
        "IceWatch|RainGrid|CarbonFlux3|HeatMapper",
    ),
    "security": (
        "Browser Extensions|Side Channels|Password Managers|Smart Locks|Email Spoofing|Firmware Updates|Botnet Traffic",
        "Symbolic Execution|Coverage-Guided Fuzzing|Formal Verification|Large-Scale Crawling|Honeypots",
        "FuzzRelay|KeyHarbor|LeakSpy|PatchTrail",
    ),
    "graphics": (
        "Cloth Simulation|Path Tracing|Hair Rendering|Mesh Compression|Fluid Surfaces|Texture Synthesis|Facial Rigs",
        "Signed Distance Fields|Gradient-Domain Sampling|Reduced-Order Models|Differentiable Rendering|Wavelets",
        "DrapeSim|LumenPath|MeshPress|StrandKit",
    ),
    "economics": (
        "Housing Markets|Minimum Wages|Trade Networks|Household Debt|School Choice|Labor Mobility|Currency Crises",
        "Regression Discontinuity|Field Experiments|Auction Models|Panel Data|Structural Estimation",
        "RentWatch|WageTrack|TradeMap|DebtScope",
    ),
    "medicine": (
        "Sepsis Onset|Stroke Recovery|Vaccine Uptake|Chronic Pain|Retinal Scans|Hospital Readmission|Sleep Apnea",
        "Randomized Trials|Electronic Health Records|Meta-Analysis|Wearable Monitors|Cohort Studies",
        "SepsisAlert|PulseTrack|RetiGrade|SleepSense",
    ),
}
FIELDS = tuple(_WORDS)
_PATTERNS = (
    "{name}: {way} for {thing}",
    "Understanding {thing} with {way}",
    "On the Limits of {way} in {thing}",
    "A Survey of {thing} and {other}",
    "What Can {way} Tell Us about {thing}?",
    "Measuring {thing} at Scale: A Study of {other}",
    "{thing} beyond {other}: Lessons from {way}",
    "Robust {way} under Uncertain {thing}",
    "Towards {name}: Open Tools for {thing}",
    "Fast and Reliable {way} of {thing}",
    "From {thing} to {other} through {way}",
)
_GIVEN = (
    "Ana",
    "Björn",
    "Chen",
    "Divya",
    "Elif",
    "Farid",
    "Grace",
    "Hiro",
    "Inés",
    "Jonas",
    "Kofi",
    "Lena",
    "Marta",
    "Olu",
)
_FAMILY = (
    "Almeida",
    "Brandt",
    "Costa",
    "Dubois",
    "Eriksson",
    "Fischer",
    "García",
    "Haddad",
    "Ivanova",
    "Jensen",
    "Kimura",
)
_VENUES = ("ICRA", "VLDB", "CHI", "CCS", "SIGGRAPH", "RSS", "WWW", "EuroSys", "UIST", "MICCAI")
_NOTES = (
    "shows that simple baselines are often enough.",
    "The authors release all of their measurements and scripts.",
    "Introduces a protocol that later work builds on.",
)


@dataclass(frozen=True, slots=True)
class Paper:
    """A made-up paper as a list would give it."""

    title: str
    authors: tuple[str, ...]
    venue: str
    year: int
    note: str
    arxiv: str
    code: str

    @property
    def url(self) -> str:
        return f"https://arxiv.org/abs/{self.arxiv}"


@dataclass(frozen=True, slots=True)
class ReadingList:
    """A document and the titles of the papers it lists."""

    markdown: str
    titles: tuple[str, ...]


def make_papers(field: str, chance: random.Random, count: int) -> list[Paper]:
    """`count` papers of a field, with titles that differ."""
    things, ways, names = (words.split("|") for words in _WORDS[field])
    papers: dict[str, Paper] = {}
    while len(papers) < count:
        thing, other = chance.sample(things, 2)
        title = chance.choice(_PATTERNS).format(
            name=chance.choice(names), way=chance.choice(ways), thing=thing, other=other
        )
        authors = tuple(f"{chance.choice(_GIVEN)} {chance.choice(_FAMILY)}" for _ in range(chance.randint(3, 5)))
        papers.setdefault(
            title,
            Paper(
                title,
                authors,
                chance.choice(_VENUES),
                chance.randint(1998, 2024),
                chance.choice(_NOTES),
                f"{chance.randint(10, 24)}{chance.randint(1, 12):02d}.{chance.randint(10000, 19999)}",
                f"https://github.com/lab{chance.randint(1, 99)}/{chance.choice(names).lower()}",
            ),
        )
    return list(papers.values())


def _entries(style: Callable[[Paper], str]) -> Callable[[list[Paper]], str]:
    return lambda papers: "\n".join(map(style, papers)) + "\n"


def _table(head: str, style: Callable[[Paper], str]) -> Callable[[list[Paper]], str]:
    rule = "|" + "---|" * (head.count("|") - 1)
    return lambda papers: "\n".join((head, rule, *map(style, papers))) + "\n"


# A style a field, so that ten lists show ten styles.
STYLES: dict[str, Callable[[list[Paper]], str]] = {
    "tag, linked title, note, code": _entries(
        lambda p: f"- [{p.venue} {p.year}] [{p.title}]({p.url}). {p.note} [Code]({p.code})"
    ),
    "linked title, authors, venue": _entries(
        lambda p: f"* [{p.title}]({p.url}). {', '.join(p.authors)}. *{p.venue}*, {p.year}."
    ),
    "strong title, authors, bracketed links": _entries(
        lambda p: f"- **{p.title}**. {', '.join(p.authors)}. {p.venue} {p.year}. [[paper]({p.url})] [[code]({p.code})]"
    ),
    "authors in front": _entries(
        lambda p: f"1. {', '.join(p.authors)}. {p.title}. {p.venue}, {p.year}. [pdf]({p.url})"
    ),
    "quoted title": _entries(
        lambda p: f'- {", ".join(p.authors)}. "{p.title}." *{p.venue}* ({p.year}). [Link]({p.url})'
    ),
    "title, then tag": _entries(lambda p: f"+ [{p.title}]({p.url}) ({p.venue} {p.year})"),
    "bullets below": _entries(lambda p: f"- [{p.title}]({p.url})\n  - {', '.join(p.authors)}\n  - {p.venue} {p.year}"),
    "bars": _entries(lambda p: f"- {p.title} | [Paper]({p.url}) | [Code]({p.code})"),
    "table, year in front": _table(
        "| Year | Title | Venue | Code |",
        lambda p: f"| {p.year} | [{p.title}]({p.url}) | {p.venue} | [Code]({p.code}) |",
    ),
    "table, authors": _table(
        "| Title | Authors | Venue | Year |",
        lambda p: f"| [{p.title}]({p.url}) | {', '.join(p.authors)} | {p.venue} | {p.year} |",
    ),
}


def make_list(field: str, style: str, seed: int = 1, count: int = 24) -> ReadingList:
    """A list of `count` papers in four sections, with what stands around the entries of such lists."""
    chance = random.Random(f"{field} {style} {seed}")
    papers = make_papers(field, chance, count)
    things = _WORDS[field][0].split("|")
    sections = chance.sample(things, 4)
    parts = [
        f"# Papers on {field.title()}\n",
        "[![Awesome](https://awesome.re/badge.svg)](https://awesome.re)\n",
        f"A curated list of papers on {field}. Contributions are welcome.\n",
        "## Contents\n",
        "\n".join(f"- [{section}](#{section.lower().replace(' ', '-')})" for section in sections) + "\n",
    ]
    size = -(-count // len(sections))
    for place, section in enumerate(sections):
        parts += [f"## {section}\n", STYLES[style](papers[place * size : (place + 1) * size])]
    parts += ["## Contributing\n", "Please open a pull request if a paper is missing.\n"]
    return ReadingList("\n".join(parts), tuple(paper.title for paper in papers))
