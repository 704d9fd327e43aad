"""Publishing to S3, against a local server of its interface; left out where s3fs or moto are not installed."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta

import pytest

import enrich
from enrich.errors import PublishConflict, PublishError
from enrich.settings import Settings
from enrich.tables import check_version, previous_tables, prune, publish, versions

from .table_rows import START, sample, summary_of

pytest.importorskip("s3fs")
server = pytest.importorskip("moto.server")

pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore::DeprecationWarning")]


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    moto = server.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    moto.start()
    host, port = moto.get_host_and_port()
    yield f"http://{host}:{port}"
    moto.stop()


@pytest.fixture
def url(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> str:
    import s3fs

    monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint)
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "testing")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "testing")
    s3fs.S3FileSystem.clear_instance_cache()
    s3fs.S3FileSystem().mkdirs("papers", exist_ok=True)
    return "s3://papers/processed"


def test_versions_live_on_s3(url: str) -> None:
    for week, count in enumerate((3, 4)):
        last = previous_tables(url)
        tables = replace(sample(count), based_on=last.version if last else None)
        publish(tables, summary_of(tables, START + timedelta(weeks=week)), Settings(processed=url))
    assert [version.name for version in versions(url)] == ["20261102T060000Z", "20261109T060000Z"]
    assert check_version(url) == []
    assert len(enrich.load("papers", processed=url)) == 4
    assert prune(url, 1) == ["20261102T060000Z"]
    assert [version.name for version in versions(url)] == ["20261109T060000Z"]


def _publish_when_both_are_there(url: str, last: str, count: int, barrier: threading.Barrier) -> str:
    tables = replace(sample(count), based_on=last)
    barrier.wait()
    try:
        return publish(tables, summary_of(tables, START + timedelta(days=count)), Settings(processed=url)).version or ""
    except PublishConflict as error:
        return str(error)


def test_of_two_publishers_at_once_one_publishes(url: str) -> None:
    url = f"{url}-by-two"
    tables = sample()
    last = publish(tables, summary_of(tables), Settings(processed=url)).version or ""
    barrier = threading.Barrier(2)
    with ThreadPoolExecutor(2) as both:
        told = both.map(lambda count: _publish_when_both_are_there(url, last, count, barrier), (4, 5))
    published, refusal = sorted(told)
    assert refusal.startswith("Another run")
    assert [version.name for version in versions(url)] == [last, published]
    assert check_version(url) == []


def test_bucket_that_is_not_there_is_told(url: str) -> None:
    tables = sample()
    with pytest.raises(PublishError):
        publish(tables, summary_of(tables), Settings(processed="s3://nowhere-at-all/processed"))
