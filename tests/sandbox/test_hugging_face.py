from .conftest import Bench


def test_pages_name_repositories_and_some_papers_have_none(bench: Bench) -> None:
    answers = {name: bench.get(f"/hugging_face/api/papers/{name}") for name in bench.sandbox.world.by_arxiv_id}
    assert {answer.status_code for answer in answers.values()} == {200, 404}
    pages = {name: answer.json() for name, answer in answers.items() if answer.status_code == 200}
    named = {name: page["githubRepo"] for name, page in pages.items() if "githubRepo" in page}
    assert 0 < len(named) < len(pages)
    for name, url in named.items():
        assert url == f"https://github.com/{bench.sandbox.world.by_arxiv_id[name].repository}"
    assert all(page["id"] == name for name, page in pages.items())


def test_missing_page_says_what_to_do(bench: Bench) -> None:
    answer = bench.get("/hugging_face/api/papers/2609.39403")
    assert answer.status_code == 404
    assert answer.json()["error"].startswith("Paper not found. For an arXiv paper to appear on Hugging Face")
    assert "https://arxiv.org/abs/2609.39403" in answer.json()["error"]


def test_limit_is_told_in_headers_and_held(bench: Bench) -> None:
    path = "/hugging_face/api/papers/2609.39403"
    first = bench.client.get(path)
    assert first.headers["ratelimit"] == '"api";r=499;t=300'
    assert first.headers["ratelimit-policy"] == '"fixed window";"api";q=500;w=300'
    statuses = [bench.client.get(path).status_code for _ in range(500)]
    assert statuses == [404] * 499 + [429]
    assert bench.sandbox.violations == {"requests in five minutes": 1}


def test_page_can_go_missing(bench: Bench) -> None:
    present = next(
        name
        for name in bench.sandbox.world.by_arxiv_id
        if bench.get(f"/hugging_face/api/papers/{name}").status_code == 200
    )
    bench.sandbox.faults.add("hugging_face", "missing", where=present)
    assert bench.get(f"/hugging_face/api/papers/{present}").status_code == 404
    assert bench.get(f"/hugging_face/api/papers/{present}").status_code == 200
