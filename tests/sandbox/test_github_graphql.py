import pytest

from enrich.sandbox.github import GITHUB_TOKEN

from .conftest import Bench

FRAGMENT = """
fragment F on Repository{
  databaseId nameWithOwner url description homepageUrl
  stargazerCount forkCount isArchived archivedAt isFork isDisabled isLocked lockReason isPrivate
  createdAt pushedAt updatedAt
  licenseInfo{spdxId key name} primaryLanguage{name}
  watchers{totalCount} issues(states:OPEN){totalCount}
  repositoryTopics(first:20){nodes{topic{name}}}
}
"""


def ask(bench: Bench, *names: str, fragment: str = FRAGMENT) -> dict[str, object]:
    """A query of one alias a repository, with variables, as clients send it."""
    head = ",".join(f"$o{place}:String!,$n{place}:String!" for place in range(len(names)))
    body = " ".join(
        f"r{place}: repository(owner:$o{place},name:$n{place},followRenames:true){{...F}}"
        for place in range(len(names))
    )
    pairs = [name.split("/") for name in names]
    variables = {
        key: value for n, (owner, name) in enumerate(pairs) for key, value in ((f"o{n}", owner), (f"n{n}", name))
    }
    text = f"query({head}){{rateLimit{{cost limit nodeCount remaining resetAt used}} {body}}}{fragment}"
    answer = bench.graphql(text, **variables)
    assert answer.status_code == 200
    return dict(answer.json())


def errors(answer: dict[str, object]) -> list[dict[str, object]]:
    found = answer.get("errors", [])
    assert isinstance(found, list)
    return found


def test_one_good_and_one_missing_give_data_and_an_error(bench: Bench) -> None:
    answer = ask(bench, "Microsoft/lora", "sandbox-examples/none")
    data = answer["data"]
    assert isinstance(data, dict)
    assert data["r0"]["nameWithOwner"] == "microsoft/LoRA"
    assert data["r1"] is None
    (error,) = errors(answer)
    assert (error["type"], error["path"]) == ("NOT_FOUND", ["r1"])
    assert error["message"] == "Could not resolve to a Repository with the name 'sandbox-examples/none'."


def test_rename_is_followed_silently_unless_told_not_to(bench: Bench) -> None:
    data = ask(bench, "microsoft/DeepSpeed")["data"]
    assert isinstance(data, dict)
    assert data["r0"]["nameWithOwner"] == "deepspeedai/DeepSpeed"
    text = '{repository(owner:"microsoft",name:"DeepSpeed",followRenames:false){url}}'
    assert bench.graphql(text).json()["errors"][0]["type"] == "NOT_FOUND"


def test_errors_come_in_the_order_of_the_aliases(bench: Bench) -> None:
    answer = ask(bench, "a/none", "sandbox-examples/saml", "microsoft/LoRA", "sandbox-examples/dmca", "b/none")
    assert [error["path"] for error in errors(answer)] == [["r0"], ["r1"], ["r3"], ["r4"]]
    kinds = [error["type"] for error in errors(answer)]
    assert kinds == ["NOT_FOUND", "FORBIDDEN", "UNAVAILABLE", "NOT_FOUND"]
    assert errors(answer)[1]["extensions"] == {"saml_failure": True}


def test_rest_and_graphql_tell_the_same(bench: Bench) -> None:
    data = ask(bench, "microsoft/LoRA")["data"]
    assert isinstance(data, dict)
    told, rest = data["r0"], bench.rest("/repos/microsoft/LoRA").json()
    assert told["databaseId"] == rest["id"]
    assert told["stargazerCount"] == rest["stargazers_count"]
    assert told["watchers"]["totalCount"] == rest["subscribers_count"]
    assert told["forkCount"] == rest["forks_count"]
    assert told["issues"]["totalCount"] <= rest["open_issues_count"]
    assert (told["licenseInfo"] or {}).get("spdxId") == (rest["license"] or {}).get("spdx_id")
    assert told["pushedAt"] == rest["pushed_at"]


def test_rate_limit_counts_points(bench: Bench) -> None:
    first, second = (ask(bench, "microsoft/LoRA")["data"] for _ in range(2))
    assert isinstance(first, dict)
    assert isinstance(second, dict)
    assert first["rateLimit"]["remaining"] - second["rateLimit"]["remaining"] == 1
    assert first["rateLimit"]["limit"] == 5000


def test_stargazers_are_closed_and_stargazer_count_is_open(bench: Bench) -> None:
    answer = ask(
        bench, "microsoft/LoRA", fragment="fragment F on Repository{stargazerCount stargazers(first:1){totalCount}}"
    )
    data = answer["data"]
    assert isinstance(data, dict)
    assert data["r0"]["stargazers"] is None
    assert data["r0"]["stargazerCount"] > 0
    assert [(error["type"], error["path"]) for error in errors(answer)] == [("FORBIDDEN", ["r0", "stargazers"])]


def test_watchers_can_be_closed_too(bench: Bench) -> None:
    bench.sandbox.faults.add("github", "watchers_closed", times=None)
    answer = ask(bench, "microsoft/LoRA", "microsoft/unilm")
    assert [error["path"] for error in errors(answer)] == [["r0", "watchers"], ["r1", "watchers"]]


def test_unknown_field_gives_errors_without_data(bench: Bench) -> None:
    answer = ask(bench, "microsoft/LoRA", fragment="fragment F on Repository{foobar}")
    assert "data" not in answer
    (error,) = errors(answer)
    assert error["path"] == ["fragment F", "foobar"]
    assert error["extensions"] == {"code": "undefinedField", "typeName": "Repository", "fieldName": "foobar"}
    assert error["message"] == "Field 'foobar' doesn't exist on type 'Repository'"


@pytest.mark.parametrize(
    "text", ["{", "", "{repository}", 'mutation{addStar(input:{starrableId:"x"}){clientMutationId}}']
)
def test_unreadable_queries_give_errors(bench: Bench, text: str) -> None:
    answer = bench.graphql(text)
    assert answer.status_code == 200
    assert answer.json()["errors"]
    assert "data" not in answer.json()


def test_body_that_is_no_query_is_400(bench: Bench) -> None:
    answer = bench.post("/github/graphql", content=b"nonsense", headers={"Authorization": f"bearer {GITHUB_TOKEN}"})
    assert answer.status_code == 400


def test_queries_of_other_shapes_are_answered(bench: Bench) -> None:
    text = """query One($withTopics: Boolean = false) {
      viewer { login }
      repository(name: "LoRA", owner: "microsoft") {
        __typename name id owner { login }
        ... on Repository { diskUsage pullRequests(states: [OPEN]) { totalCount } }
        repositoryTopics(first: 2) @include(if: $withTopics) { totalCount }
      }
    }"""
    data = bench.graphql(text).json()["data"]
    assert data["viewer"] == {"login": "sandbox"}
    assert data["repository"]["__typename"] == "Repository"
    assert data["repository"]["owner"] == {"login": "microsoft"}
    assert "repositoryTopics" not in data["repository"]


def test_topics_want_a_first(bench: Bench) -> None:
    answer = bench.graphql('{repository(owner:"microsoft",name:"LoRA"){repositoryTopics{totalCount}}}').json()
    assert answer["errors"][0]["type"] == "INVALID_ARGUMENT"


def test_more_than_two_hundred_repositories_hit_the_resource_limit(bench: Bench) -> None:
    answer = ask(bench, *["microsoft/LoRA"] * 203)
    assert [error["path"] for error in errors(answer)] == [["r200"], ["r201"], ["r202"]]
    assert {error["type"] for error in errors(answer)} == {"RESOURCE_LIMITS_EXCEEDED"}


def test_resource_limit_can_be_tighter(bench: Bench) -> None:
    bench.sandbox.faults.add("github", "resource_limits", count=1)
    answer = ask(bench, "microsoft/LoRA", "microsoft/unilm")
    assert [error["path"] for error in errors(answer)] == [["r1"]]


def test_too_many_aliases_can_be_a_bad_gateway(bench: Bench) -> None:
    bench.sandbox.faults.add("github", "too_heavy", times=None, count=2)
    assert (
        bench.graphql('{a:repository(owner:"a",name:"b"){url} b:repository(owner:"a",name:"b"){url}}').status_code
        == 200
    )
    three = " ".join(f'r{place}:repository(owner:"a",name:"b"){{url}}' for place in range(3))
    answer = bench.graphql(f"{{{three}}}")
    assert (answer.status_code, answer.text[:15]) == (502, "<!DOCTYPE html>")


def test_token_is_required(bench: Bench) -> None:
    answer = bench.post("/github/graphql", json={"query": "{viewer{login}}"})
    assert (answer.status_code, answer.json()["status"]) == (401, "401")


@pytest.mark.parametrize(
    ("name", "status", "text"),
    [
        ("rate_limited", 200, '"RATE_LIMITED"'),
        ("secondary", 403, "secondary rate limit"),
        ("secondary_200", 200, "secondary rate limit"),
        ("bad_gateway", 502, "Unicorn"),
        ("went_wrong", 200, "Something went wrong while executing your query"),
        ("undefined_field", 200, "undefinedField"),
        ("bad_credentials", 401, "Bad credentials"),
    ],
)
def test_canned_faults_answer_in_the_services_place(bench: Bench, name: str, status: int, text: str) -> None:
    bench.sandbox.faults.add("github", name)
    answer = bench.graphql("{viewer{login}}")
    assert answer.status_code == status
    assert text in answer.text
