import pytest
from starlette.requests import Request

from enrich.sandbox.canned import canned_response
from enrich.sandbox.known_faults import CANNED

REQUEST = Request(
    {"type": "http", "method": "GET", "scheme": "http", "path": "/x", "query_string": b"", "headers": [(b"host", b"h")]}
)


@pytest.mark.parametrize(("service", "name"), [(service, name) for service, names in CANNED.items() for name in names])
def test_every_canned_fault_has_an_answer(service: str, name: str) -> None:
    response = canned_response(service, name, REQUEST, retry_after=3.4)
    promised = CANNED[service][name].split()[0].rstrip(",")
    if promised.isdigit():
        assert response.status_code == int(promised)
    assert response.headers.get("retry-after") in ("3", None)


def test_unknown_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        canned_response("arxiv", "late", REQUEST)
