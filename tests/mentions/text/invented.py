"""Papers that nobody wrote, in eight fields: titles, people, venues and notes put together by chance. Data for the
tests."""

from __future__ import annotations

import random

from tests.mentions.text.styles import Paper

FIELDS: dict[str, tuple[list[str], list[str], list[str]]] = {
    "biology": (
        ["coral reef growth", "protein folding pathways", "soil microbiomes", "gene drives", "bird migration"],
        ["Nature Methods", "Cell", "Bioinformatics", "PLOS Biology", "bioRxiv"],
        ["Growth models", "Field sampling", "Sequencing"],
    ),
    "robotics": (
        ["legged locomotion", "soft grippers", "aerial swarms", "tactile sensing", "bin picking"],
        ["ICRA", "IROS", "RSS", "CoRL", "Science Robotics", "arXiv"],
        ["Grasping", "State estimation", "Motion planning"],
    ),
    "databases": (
        ["join ordering", "write-ahead logging", "columnar storage", "index tuning", "stream windows"],
        ["SIGMOD", "VLDB", "ICDE", "CIDR", "TODS"],
        ["Query processing", "Transactions", "Storage engines"],
    ),
    "physics": (
        ["spin glasses", "dark matter halos", "superconducting qubits", "neutrino oscillations", "granular flow"],
        ["Physical Review Letters", "Nature Physics", "PRX", "JHEP", "arXiv"],
        ["Quantum control", "Collider data", "Phase transitions"],
    ),
    "interaction": (
        ["gaze typing", "shared whiteboards", "haptic sliders", "screen readers", "sketch interfaces"],
        ["CHI", "UIST", "CSCW", "IUI", "TOCHI"],
        ["Input techniques", "Accessibility", "Remote work"],
    ),
    "climate": (
        ["monsoon onset", "sea ice drift", "urban heat islands", "aerosol plumes", "drought indices"],
        ["Nature Climate Change", "Journal of Climate", "Climate Dynamics", "JGR Atmospheres"],
        ["Downscaling", "Remote sensing", "Extremes"],
    ),
    "security": (
        ["side channels", "password managers", "firmware updates", "onion routing", "memory tagging"],
        ["USENIX Security", "CCS", "NDSS", "ACSAC", "arXiv"],
        ["Fuzzing", "Network privacy", "Trusted hardware"],
    ),
    "medicine": (
        ["retinal scans", "sepsis alarms", "gait rehabilitation", "tumor margins", "vaccine uptake"],
        ["MICCAI", "Radiology", "The Lancet", "Nature Medicine", "MIDL"],
        ["Image segmentation", "Triage", "Clinical trials"],
    ),
}
_GIVEN = [
    "Ada",
    "Björn",
    "Chen",
    "Divya",
    "Elif",
    "Farid",
    "Greta",
    "Hana",
    "Ivo",
    "Jun",
    "Karim",
    "Lena",
    "Mateo",
    "Ngozi",
    "Olga",
    "Pavel",
    "Quynh",
    "Rosa",
    "Sven",
    "Tariq",
]
_FAMILY = [
    "Abara",
    "Brandt",
    "Castellanos",
    "Dvořák",
    "Eriksen",
    "Fontaine",
    "Gruber",
    "Haddad",
    "Ivanov",
    "Jansen",
    "Kowalski",
    "Lindqvist",
    "Moreau",
    "Nakamura",
    "Okafor",
    "Petrov",
    "Quispe",
    "Rossi",
    "Schäfer",
    "Tanaka",
]
_OPENINGS = [
    "Understanding",
    "Predicting",
    "Modeling",
    "A Study of",
    "On the Limits of",
    "Scalable Inference for",
    "Rethinking",
]
_METHODS = [
    "with Sparse Measurements",
    "from Noisy Observations",
    "under Distribution Shift",
    "via Convex Relaxation",
    "using Graph Priors",
    "at Scale",
    "in the Wild",
    "without Labels",
]
_NOTES = [
    "Proposes a simple way to measure how errors grow over time.",
    "This work shows that earlier results hold only for small samples.",
    "Introducing a method that needs half of the data and no manual tuning.",
    "We find that careful baselines explain most of the reported gains.",
    "An open collection of measurements from twelve sites is released.",
]
_HEADINGS = [
    "Surveys",
    "Early Work",
    "Methods",
    "Field Studies",
    "Open Problems",
    "Simulation",
    "Instruments",
    "Theory",
]


def _title(chance: random.Random, topic: str) -> str:
    topic = topic.title() if chance.random() < 0.6 else topic
    opening, method = chance.choice(_OPENINGS), chance.choice(_METHODS)
    if topic.islower():
        opening, method = opening[0] + opening[1:].lower(), method.lower()
    title = f"{opening} {topic} {method}"
    if chance.random() < 0.35:
        title = f"{_coined(chance)}: {title}"
    if chance.random() < 0.1:
        title = f"{title}: How Far Can We Go?"
    return title


def _coined(chance: random.Random) -> str:
    return chance.choice(["Reef", "Deep", "Flow", "Iso", "Quick"]) + chance.choice(
        ["Net", "DB", "SLAM", "Fold", "Track"]
    )


def paper(chance: random.Random, field: str) -> Paper:
    """One paper of a field."""
    topics, venues, labels = FIELDS[field]
    people = [f"{chance.choice(_GIVEN)} {family}" for family in chance.sample(_FAMILY, chance.randint(1, 5))]
    return Paper(
        title=_title(chance, chance.choice(topics)),
        authors=people,
        venue=chance.choice(venues),
        year=chance.randint(2009, 2024),
        month=chance.randint(1, 12),
        note=" ".join(chance.sample(_NOTES, chance.randint(1, 2))),
        abstract=" ".join(chance.choice(_NOTES) for _ in range(6)),
        has_code=chance.random() < 0.5,
        topic=chance.choice(labels),
        name=_coined(chance),
    )


def papers(seed: str, sections: int = 3, each: int = 7) -> list[tuple[str, list[Paper]]]:
    """A list of papers of one field, below headings; titles differ."""
    chance = random.Random(seed)
    field = chance.choice(sorted(FIELDS))
    found: dict[str, Paper] = {}
    while len(found) < sections * each:
        new = paper(chance, field)
        found.setdefault(new.title, new)
    group = list(found.values())
    return [
        (heading, group[at * each : (at + 1) * each]) for at, heading in enumerate(chance.sample(_HEADINGS, sections))
    ]
