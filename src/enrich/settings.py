"""Settings, read once at the edge: the environment first, then `enrich.toml` in the working folder, then defaults.

A name in enrich.toml that is no setting is an error; an ENRICH_ variable that is none costs a warning, since variables
come from everywhere. Both tell the nearest setting.

Keys are `SecretStr`: they appear in no repr, log or file. Everything else in the program gets a `Settings`, never the
environment.
"""

from __future__ import annotations

import difflib
import functools
import logging
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, AliasChoices, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import (
    BaseSettings,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from enrich.errors import SettingsError

CONFIG_FILE = "enrich.toml"
_PREFIX = "ENRICH_"
LONGEST_AGE_HOURS = 876_000  # a century: nobody means more, and calendars end

_log = logging.getLogger("enrich")


def _base_address(url: str, *, endpoints: tuple[str, ...]) -> str:
    """The base address, also when somebody pasted an endpoint of it."""
    if not isinstance(url, str) or not url.startswith(("http://", "https://")):
        raise ValueError("must be an http:// or https:// address")
    host = urlsplit(url).hostname
    if not host or not url.isprintable() or " " in url:
        raise ValueError("must name a host, without blanks")
    url = url.rstrip("/")
    for endpoint in endpoints:
        url = url.removesuffix(endpoint)
    return url


def _address(*endpoints: str) -> BeforeValidator:
    return BeforeValidator(functools.partial(_base_address, endpoints=endpoints))


def _task_runner(text: str) -> str:
    if text != "thread" and not re.fullmatch(r"dask:(tcp|tls)://[^\s/]+:\d+", text):
        raise ValueError("must be thread, or dask: and the address of a scheduler, as in dask:tcp://10.0.0.5:8786")
    return text


def _fit_for_a_header(text: str | None) -> str | None:
    if text and not (text.isascii() and text.isprintable()):
        raise ValueError("must be plain characters on one line")
    return text


def _key_fit_for_a_header(key: SecretStr | None) -> SecretStr | None:
    if key:
        _fit_for_a_header(key.get_secret_value())
    return key or None


Key = Annotated[SecretStr | None, AfterValidator(_key_fit_for_a_header)]


class Settings(BaseSettings):
    """All settings. Every field is `ENRICH_<NAME>` in the environment and `<name>` in enrich.toml.

    The two keys keep the names that the services' own tools use: SEMANTIC_SCHOLAR_API_KEY and GITHUB_TOKEN.
    """

    model_config = SettingsConfigDict(
        env_prefix=_PREFIX, env_ignore_empty=True, toml_file=CONFIG_FILE, extra="forbid", frozen=True
    )

    raw: Path = Field(Path("data/raw"), description="Folder of the documents")
    processed: str = Field("data/processed", description="Folder (or URL) of the published versions")
    answers: Path | None = Field(None, description="Folder of the answer ledger; default: answers below the raw folder")

    state: Path | None = Field(
        None, description="Folder of what runs on this machine share (limits); default: the user's state folder"
    )

    catalog: Path = Field(
        Path("data/catalog/arxiv.titles"), description="File of the title index; without it the shipped one serves"
    )

    arxiv_url: Annotated[str, _address("/api/query", "/api")] = Field(
        "https://export.arxiv.org", description="Base address of arXiv's API"
    )
    arxiv_oai_url: Annotated[str, _address()] = Field(
        "https://oaipmh.arxiv.org/oai", description="Address of arXiv's OAI-PMH, which tells what has changed"
    )
    datacite_url: Annotated[str, _address("/dois")] = Field(
        "https://api.datacite.org", description="Base address of DataCite"
    )
    semantic_scholar_url: Annotated[str, _address("/graph/v1")] = Field(
        "https://api.semanticscholar.org", description="Base address of Semantic Scholar"
    )
    github_url: Annotated[str, _address("/graphql")] = Field(
        "https://api.github.com", description="Base address of GitHub's API"
    )
    hugging_face_url: Annotated[str, _address("/api")] = Field(
        "https://huggingface.co", description="Base address of Hugging Face"
    )
    semantic_scholar_api_key: Key = Field(
        None,
        validation_alias=AliasChoices("SEMANTIC_SCHOLAR_API_KEY", "semantic_scholar_api_key"),
        description="Key of Semantic Scholar: a request a second of one's own instead of a crowded pool",
    )
    github_token: Key = Field(
        None,
        validation_alias=AliasChoices("GITHUB_TOKEN", "github_token"),
        description="Token of GitHub: 5,000 points an hour and batches, instead of 60 single requests",
    )
    contact: Annotated[str | None, AfterValidator(_fit_for_a_header)] = Field(
        None, description="Mail address for the User-Agent, so that services can reach you"
    )

    time_scale: float = Field(
        1.0, gt=0, allow_inf_nan=False, description="Divides every wait and limit; for stand-ins sped up alike"
    )
    task_runner: Annotated[str, AfterValidator(_task_runner)] = Field(
        "thread",
        description="Where a flow reads and matches in shards: `thread`, or `dask:tcp://HOST:PORT` of a scheduler",
    )
    request_deadline: float = Field(
        60.0, gt=0, allow_inf_nan=False, description="Seconds after which one request is given up"
    )
    counts_max_age_hours: float = Field(
        24.0, ge=0, le=LONGEST_AGE_HOURS, description="How long citation counts and stars stay fresh"
    )
    metadata_max_age_hours: float = Field(
        720.0, ge=0, le=LONGEST_AGE_HOURS, description="How long titles, authors and abstracts stay fresh"
    )
    not_found_max_age_hours: float = Field(
        168.0, ge=0, le=LONGEST_AGE_HOURS, description="How long a service's 'not found' stays fresh"
    )
    hugging_face_budget: int = Field(
        0, ge=0, description="Papers without a known repository that a run may ask Hugging Face about"
    )
    max_loss: float = Field(
        0.05, ge=0, le=1, description="Share of a value group that may be lost from one version to the next"
    )

    @property
    def answers_folder(self) -> Path:
        """Where the answer ledger lies."""
        return self.answers or self.raw / "answers"

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What the caller says, then the environment, then enrich.toml."""
        return init_settings, env_settings, TomlConfigSettingsSource(settings_cls)


def variable_of(name: str) -> str:
    """The environment variable of a setting."""
    alias = Settings.model_fields[name].validation_alias
    return str(alias.choices[0]) if isinstance(alias, AliasChoices) else _PREFIX + name.upper()


def unknown_variables(names: Iterable[str]) -> list[str]:
    """A sentence for each of these environment variables that looks like a setting and is none."""
    known = {variable_of(name) for name in Settings.model_fields}
    odd = sorted(name for name in names if name.upper().startswith(_PREFIX) and name.upper() not in known)
    return [f"{name} is no setting and does nothing.{_did_you_mean(name, variable_of)}" for name in odd]


def _did_you_mean(name: str, in_words: Callable[[str], str] = str) -> str:
    near = difflib.get_close_matches(name.lower().removeprefix(_PREFIX.lower()), Settings.model_fields, n=1)
    return f" Did you mean {in_words(near[0])}?" if near else ""


@functools.cache
def _warn(sentence: str) -> None:
    """Says it once, however often settings are read."""
    _log.warning(sentence)


def read_settings(**given: object) -> Settings:
    """The settings in force; `given` beats the environment, None in it means "not given".

    Raises SettingsError with one sentence that names the setting; warns of misspelt variables.
    """
    for sentence in unknown_variables(os.environ):
        _warn(sentence)
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})  # type: ignore[arg-type]
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(str(part) for part in first["loc"])
        if first["type"] == "extra_forbidden":
            advice = _did_you_mean(name) or " Mend its name, or remove it."
            raise SettingsError(f"{name} in {CONFIG_FILE} is no setting.{advice}") from None
        shown = name if name.isupper() else _PREFIX + name.upper()
        message = first["msg"].removeprefix("Value error, ")
        raise SettingsError(
            f"{shown} is unusable: {message}. Mend it in the environment or in {CONFIG_FILE}."
        ) from None
    except (OSError, ValueError) as error:
        raise SettingsError(f"{CONFIG_FILE} can't be read: {error}. Mend the file or remove it.") from None
