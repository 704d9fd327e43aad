import pytest

from enrich.sandbox.github import GITHUB_TOKEN
from enrich.sandbox.github_view import view_repository

from .conftest import Bench


def test_repository_has_stars_as_watchers_and_watchers_as_subscribers(bench: Bench) -> None:
    body = bench.rest("/repos/microsoft/LoRA").json()
    assert body["stargazers_count"] == body["watchers_count"] == body["watchers"]
    assert body["subscribers_count"] != body["watchers_count"]
    assert body["full_name"] == "microsoft/LoRA"
    assert body["archived"] is False


def test_names_are_found_in_any_case(bench: Bench) -> None:
    assert bench.rest("/repos/MICROSOFT/lora").json()["full_name"] == "microsoft/LoRA"


def test_rename_is_301_to_the_number(bench: Bench) -> None:
    moved = bench.rest("/repos/microsoft/DeepSpeed")
    assert (moved.status_code, moved.json()["message"]) == (301, "Moved Permanently")
    assert moved.headers["location"] == moved.json()["url"]
    there = bench.client.get(moved.headers["location"])
    assert there.json()["full_name"] == "deepspeedai/DeepSpeed"
    assert moved.headers["location"].endswith(f"/github/repositories/{there.json()['id']}")


def test_unchanged_repository_is_304_and_costs_nothing(bench: Bench) -> None:
    first = bench.rest("/repos/microsoft/LoRA")
    again = bench.rest("/repos/microsoft/LoRA", **{"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["x-ratelimit-remaining"] == first.headers["x-ratelimit-remaining"]


def test_etag_changes_with_the_counts(bench: Bench) -> None:
    before = bench.rest("/repos/microsoft/LoRA").headers["etag"]
    bench.sandbox.clock.advance(days=60)
    after = bench.rest("/repos/microsoft/LoRA", **{"If-None-Match": before})
    bench.sandbox.clock.advance(days=-60)
    assert after.status_code == 200


@pytest.mark.parametrize("name", ["sandbox-examples/gone", "sandbox-examples/never", "nobody/nothing"])
def test_missing_repository_is_404(bench: Bench, name: str) -> None:
    answer = bench.rest(f"/repos/{name}")
    assert (answer.status_code, answer.json()["status"]) == (404, "404")


@pytest.mark.parametrize(("name", "status", "reason"), [("dmca", 451, "dmca"), ("tos", 403, "tos")])
def test_blocked_repository_says_why(bench: Bench, name: str, status: int, reason: str) -> None:
    answer = bench.rest(f"/repos/sandbox-examples/{name}")
    assert (answer.status_code, answer.json()["block"]["reason"]) == (status, reason)


def test_organisation_with_single_sign_on_refuses(bench: Bench) -> None:
    answer = bench.rest("/repos/sandbox-examples/saml")
    assert (answer.status_code, "SAML" in answer.json()["message"]) == (403, True)
    assert answer.headers["x-github-sso"] == "required"


def test_states_of_repositories(bench: Bench) -> None:
    assert bench.rest("/repos/sandbox-examples/archived").json()["archived"] is True
    assert bench.rest("/repos/sandbox-examples/disabled").json()["disabled"] is True
    assert bench.rest("/repos/sandbox-examples/unlicensed").json()["license"] is None


def test_some_licences_are_not_recognised(bench: Bench) -> None:
    today = bench.sandbox.clock.today()
    views = [view_repository(repository, today) for repository in bench.sandbox.world.repositories]
    assert {view.license.spdx_id for view in views if view.license} == {"MIT", "Apache-2.0", "NOASSERTION"}
    assert {view.homepage for view in views} >= {None, ""}


@pytest.mark.parametrize(("fault", "status"), [("gone", 404), ("dmca", 451)])
def test_faults_of_content_are_about_one_repository(bench: Bench, fault: str, status: int) -> None:
    bench.sandbox.faults.add("github", fault, where="Microsoft/lora", times=None)
    assert bench.rest("/repos/microsoft/LoRA").status_code == status
    assert bench.rest("/repos/microsoft/unilm").status_code == 200


def test_archived_fault_archives(bench: Bench) -> None:
    bench.sandbox.faults.add("github", "archived", where="microsoft/LoRA")
    assert bench.rest("/repos/microsoft/LoRA").json()["archived"] is True


def test_trailing_slash_is_404(bench: Bench) -> None:
    assert bench.rest("/repos/microsoft/LoRA/").status_code == 404


def test_stars_can_be_counted_and_not_listed(bench: Bench) -> None:
    stars = bench.rest("/repos/microsoft/LoRA").json()["stargazers_count"]
    assert bench.rest("/repos/microsoft/LoRA/stargazers/count").json() == {"count": stars}
    assert bench.rest("/repos/microsoft/LoRA/stargazers").status_code == 404
    assert bench.rest("/repos/nobody/nothing/stargazers/count").status_code == 404


def test_user_agent_is_required(bench: Bench) -> None:
    answer = bench.rest("/repos/microsoft/LoRA", **{"User-Agent": ""})
    assert (answer.status_code, "User-Agent" in answer.text) == (403, True)


def test_wrong_token_is_401(bench: Bench) -> None:
    answer = bench.get("/github/repos/microsoft/LoRA", headers={"Authorization": "Bearer wrong"})
    assert (answer.status_code, answer.json()["message"]) == (401, "Bad credentials")


def test_sixty_requests_an_hour_without_a_token(bench: Bench) -> None:
    answers = [bench.client.get("/github/repos/microsoft/LoRA") for _ in range(60)]
    assert {answer.status_code for answer in answers} == {200}
    assert answers[0].headers["x-ratelimit-limit"] == "60"
    over = bench.client.get("/github/repos/microsoft/LoRA")
    assert (over.status_code, over.headers["x-ratelimit-remaining"]) == (403, "0")
    assert "API rate limit exceeded" in over.json()["message"]
    wait = int(over.headers["x-ratelimit-reset"]) - bench.sandbox.clock.wall()
    assert 0 < wait <= 3600
    assert bench.sandbox.violations == {"primary limit": 1}
    bench.sandbox.clock.advance(seconds=wait + 1)
    assert bench.client.get("/github/repos/microsoft/LoRA").status_code == 200


def test_token_has_five_thousand(bench: Bench) -> None:
    headers = bench.rest("/repos/microsoft/LoRA").headers
    assert (headers["x-ratelimit-limit"], headers["x-ratelimit-remaining"]) == ("5000", "4999")
    assert headers["x-ratelimit-resource"] == "core"


def test_nine_hundred_a_minute_are_too_many(bench: Bench) -> None:
    headers = {"Authorization": f"token {GITHUB_TOKEN}"}
    statuses = [
        bench.client.get("/github/repos/sandbox-examples/gone", headers=headers).status_code for _ in range(901)
    ]
    assert statuses == [404] * 900 + [403]
    assert bench.sandbox.violations == {"secondary limit": 1}


def test_secondary_limit_comes_with_and_without_retry_after(bench: Bench) -> None:
    bench.sandbox.faults.add("github", "secondary")
    bench.sandbox.faults.add("github", "secondary", retry_after=30)
    without, with_header = bench.rest("/repos/microsoft/LoRA"), bench.rest("/repos/microsoft/LoRA")
    assert without.status_code == with_header.status_code == 403
    assert "secondary rate limit" in without.json()["message"]
    assert "retry-after" not in without.headers
    assert with_header.headers["retry-after"] == "30"


def test_primary_limit_as_a_fault_tells_when_it_ends(bench: Bench) -> None:
    bench.sandbox.faults.add("github", "rate_limited", retry_after=120)
    answer = bench.rest("/repos/microsoft/LoRA")
    assert (answer.status_code, answer.headers["x-ratelimit-remaining"]) == (403, "0")
    assert int(answer.headers["x-ratelimit-reset"]) == round(bench.sandbox.clock.wall() + 120)


@pytest.mark.parametrize(("name", "status"), [("bad_gateway", 502), ("unavailable", 503), ("bad_credentials", 401)])
def test_canned_faults_answer_in_the_services_place(bench: Bench, name: str, status: int) -> None:
    bench.sandbox.faults.add("github", name)
    assert bench.rest("/repos/microsoft/LoRA").status_code == status
