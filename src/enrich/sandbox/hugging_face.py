"""Hugging Face's paper pages over the sandbox's world: whether a paper has one, and which repository it names.

In comes `GET /api/papers/{arxiv_id}`, out comes JSON. A 404 is normal: one paper in five has no page. The limit of
500 requests in five minutes is told in RateLimit headers.
"""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from enrich.sandbox.canned import canned_response
from enrich.sandbox.clock import Clock
from enrich.sandbox.faults import Faults
from enrich.sandbox.front import Refusal
from enrich.sandbox.github_view import view_repository
from enrich.sandbox.limits import Window
from enrich.sandbox.simulated import hexadecimal, number, share
from enrich.sandbox.world import Paper, World

FIVE_MINUTES, REQUESTS = 300.0, 500
_WITHOUT_PAGE = 0.2
_WITH_REPOSITORY = 0.7  # share of the papers with a known repository whose page names it


class HuggingFace:
    """The stand-in."""

    name = "hugging_face"

    def __init__(self, world: World, clock: Clock, faults: Faults) -> None:
        self._world, self._clock, self._faults = world, clock, faults
        self._window = Window(REQUESTS, FIVE_MINUTES)
        self.app = Starlette(routes=[Route("/api/papers/{arxiv_id:path}", self.paper)])

    def admit(self, request: Request, in_flight: int) -> Refusal | None:
        """The window of anonymous callers."""
        if self._window.take(self._clock.seconds()):
            return None
        return Refusal("requests in five minutes", canned_response(self.name, "throttled", request))

    def settle(self, request: Request, status: int) -> dict[str, str]:
        """The budget, in the draft standard's headers."""
        left = round(self._window.resets_in(self._clock.seconds()))
        return {
            "ratelimit": f'"api";r={self._window.remaining};t={left}',
            "ratelimit-policy": f'"fixed window";"api";q={REQUESTS};w={FIVE_MINUTES:.0f}',
        }

    async def paper(self, request: Request) -> Response:
        """A paper page, or the 404 of papers that nobody's README cites."""
        name = request.path_params["arxiv_id"]
        paper = self._world.by_arxiv_id.get(name)
        if paper is None or share("page", name) < _WITHOUT_PAGE or self._faults.about(self.name, "missing", name):
            return JSONResponse({"error": _no_page(name)}, 404)
        return JSONResponse({**_page(paper), **self._code(paper)})

    def _code(self, paper: Paper) -> dict[str, object]:
        repository = self._world.repository(paper.repository) if paper.repository else None
        if repository is None or share("page names code", paper.name) >= _WITH_REPOSITORY:
            return {}
        stars = view_repository(repository, self._clock.today()).stars
        by = "user" if share("by user", paper.name) < 0.5 else "auto"
        # The number is cached there, so it lags behind GitHub's.
        repo = f"https://github.com/{paper.repository}"
        return {"githubRepo": repo, "githubRepoAddedBy": by, "githubStars": stars * 9 // 10}


def _page(paper: Paper) -> dict[str, object]:
    return {
        "id": paper.arxiv_id,
        "authors": [{"_id": hexadecimal("author", name)[:24], "name": name, "hidden": False} for name in paper.authors],
        "publishedAt": paper.published_at.strftime("%Y-%m-%dT%H:%M:%S.000Z"),
        "title": paper.title.replace("$", ""),
        "summary": (paper.abstract or "").replace(". ", ".\n"),
        "upvotes": number("upvotes", paper.name) % 120,
        "discussionId": hexadecimal("discussion", paper.name)[:24],
    }


def _no_page(name: str) -> str:
    return (
        "Paper not found. For an arXiv paper to appear on Hugging Face, its arxiv.org URL needs to be mentioned in at "
        f"least one model, dataset or Space's README.md.\n\nIf this paper exists, cite https://arxiv.org/abs/{name} in "
        "any of your repos' README.md for the paper to have its own page here."
    )
