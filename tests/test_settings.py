"""Settings: read once, say what is wrong, and never show a key."""

from pathlib import Path

import pytest

from enrich.errors import SettingsError
from enrich.settings import Settings, read_settings, unknown_variables, variable_of


@pytest.fixture(autouse=True)
def clean_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("SEMANTIC_SCHOLAR_API_KEY", "GITHUB_TOKEN"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)


def test_settings_take_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENRICH_RAW", "elsewhere")
    monkeypatch.setenv("GITHUB_TOKEN", "secret-token")
    settings = read_settings()
    assert settings.raw == Path("elsewhere")
    assert settings.answers_folder == Path("elsewhere/answers")
    assert settings.github_token is not None
    assert settings.github_token.get_secret_value() == "secret-token"


def test_settings_take_the_file_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    Path("enrich.toml").write_text('contact = "file@example.org"\nprocessed = "from-file"\n')
    monkeypatch.setenv("ENRICH_PROCESSED", "from-environment")
    settings = read_settings()
    assert settings.contact == "file@example.org"
    assert settings.processed == "from-environment"


def test_settings_given_beat_the_environment_and_none_means_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENRICH_PROCESSED", "from-environment")
    assert read_settings(processed="given").processed == "given"
    assert read_settings(processed=None).processed == "from-environment"


@pytest.mark.parametrize(
    ("name", "pasted", "base"),
    [
        ("arxiv_url", "http://127.0.0.1:9/api/query", "http://127.0.0.1:9"),
        ("semantic_scholar_url", "http://127.0.0.1:9/graph/v1/", "http://127.0.0.1:9"),
        ("github_url", "http://127.0.0.1:9/graphql", "http://127.0.0.1:9"),
        ("datacite_url", "http://127.0.0.1:9/x", "http://127.0.0.1:9/x"),
    ],
)
def test_addresses_are_base_addresses(name: str, pasted: str, base: str) -> None:
    assert getattr(read_settings(**{name: pasted}), name) == base


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ENRICH_TIME_SCALE", "fast"),
        ("ENRICH_TIME_SCALE", "0"),
        ("ENRICH_TIME_SCALE", "inf"),
        ("ENRICH_ARXIV_URL", "export.arxiv.org"),
        ("ENRICH_ARXIV_URL", "http://"),
        ("ENRICH_ARXIV_URL", "http://[::1"),
        ("ENRICH_ARXIV_URL", "http://a b"),
        ("ENRICH_COUNTS_MAX_AGE_HOURS", "inf"),
        ("ENRICH_METADATA_MAX_AGE_HOURS", "1e9"),
        ("GITHUB_TOKEN", "t\u00f6ken"),
        ("SEMANTIC_SCHOLAR_API_KEY", "a\nkey"),
        ("ENRICH_CONTACT", "a\n@b"),
    ],
)
def test_unusable_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=name):
        read_settings()


def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_TOKEN", "ENRICH_PROCESSED", "ENRICH_CONTACT"):
        monkeypatch.setenv(name, "")
    settings = read_settings()
    assert (settings.github_token, settings.processed, settings.contact) == (None, "data/processed", None)


def test_an_empty_key_in_the_file_is_none() -> None:
    Path("enrich.toml").write_text('github_token = ""\n')
    assert read_settings().github_token is None


@pytest.mark.parametrize("content", ["colour = 1\n", "raw = [\n", "time_scale = 'x'\n"])
def test_unusable_file_is_one_sentence(content: str) -> None:
    Path("enrich.toml").write_text(content)
    with pytest.raises(SettingsError, match=r"enrich\.toml") as caught:
        read_settings()
    assert "\n" not in str(caught.value)


def test_keys_are_never_shown_when_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_TOKEN", "s3cret\nkey")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert "s3cret" not in str(caught.value)


def test_keys_are_never_shown() -> None:
    settings = read_settings(semantic_scholar_api_key="s3cret-key", github_token="t0ken-secret")
    for shown in (repr(settings), str(settings), settings.model_dump_json(), str(settings.model_dump())):
        assert "s3cret-key" not in shown
        assert "t0ken-secret" not in shown


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("ENRICH_PROCESED", "ENRICH_PROCESSED"),
        ("ENRICH_GITHUB_TOKEN", "GITHUB_TOKEN"),
        ("ENRICH_SEMANTIC_SCHOLAR_KEY", "SEMANTIC_SCHOLAR_API_KEY"),
        ("enrich_contct", "ENRICH_CONTACT"),
    ],
)
def test_a_misspelt_variable_is_told_with_the_nearest_setting(name: str, meant: str) -> None:
    assert unknown_variables([name]) == [f"{name} is no setting and does nothing. Did you mean {meant}?"]


def test_other_variables_cost_no_word() -> None:
    every = [variable_of(name) for name in Settings.model_fields]
    assert unknown_variables([*every, "enrich_raw", "_ENRICH_COMPLETE", "GITHUB_TOKN", "ENRICHED"]) == []
    assert unknown_variables(["ENRICH_ZZZZZZZZ"]) == ["ENRICH_ZZZZZZZZ is no setting and does nothing."]


def test_a_warning_is_given_once(monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture) -> None:
    monkeypatch.setenv("ENRICH_ONCE_UPON_A_TIME", "1")
    read_settings()
    read_settings()
    assert caplog.messages == ["ENRICH_ONCE_UPON_A_TIME is no setting and does nothing."]


def test_a_misspelt_name_in_the_file_is_told_with_the_nearest_setting() -> None:
    Path("enrich.toml").write_text('contcat = "you@example.org"\n')
    with pytest.raises(SettingsError, match=r"contcat in enrich\.toml is no setting\. Did you mean contact\?"):
        read_settings()


def test_every_setting_is_described() -> None:
    assert all(field.description for field in Settings.model_fields.values())
