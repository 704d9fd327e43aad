"""Every way `enrich` can fail, drawn as a tree.

EnrichError                      one clear sentence for the person at the terminal
├── UsageError                   the command's words are off (exit 2)
│   └── SettingsError            a setting is missing or unusable
├── DocumentError                this document can't be read; the others go on
│   ├── EmptyDocument            nothing but blanks
│   ├── BinaryDocument           no text
│   ├── UnknownEncoding          text, but in no encoding that can be told
│   └── ParserFailed             text that our own parser stumbled over: a fault of `enrich`
├── NoDocuments                  a folder without a single document
├── FolderBusy                   another run is at work on the same published folder
├── SourceUnavailable            a service can't be asked now; its values stay as they are
│   ├── SourceThrottled          it said "later" for longer than the run can wait
│   ├── SourceUnreachable        it failed, or its answer never came whole
│   │   ├── NoConnection         nobody to talk to: no network, no such host, or nobody listening
│   │   └── NoAnswerInTime       a connection, but no whole answer within the deadline
│   ├── SourceRefused            it wants a key, or a better one
│   ├── SourceConfused           it answered something that is no answer of this service
│   └── TimeBudgetSpent          the run's own time is up; what wasn't asked is asked next time
├── RequestRejected              a service understood and refused this request (400): the request is at fault
│   └── ResumptionRejected       it no longer knows where a long list was broken off
├── LedgerError                  an answer can't be kept, so nothing more is asked
├── CatalogError                 the local title index can't be built or read
└── PublishError                 a version was not published; the earlier ones are untouched
    ├── CheckFailed              the draft breaks a rule; it is kept, and the message says where
    ├── PublishConflict          another run is publishing to the same folder
    └── VersionNotFound          no such version, or none at all

"Not found" is not here: it is an answer (`records.Status.NOT_FOUND`), not a failure.

All of them take one sentence and keep nothing else that can't be pickled, so they cross process borders whole.
"""


class EnrichError(Exception):
    """One clear sentence: what is wrong, where, and what to do about it."""

    exit_code = 1


class UsageError(EnrichError):
    """The command's words are off."""

    exit_code = 2


class SettingsError(UsageError):
    """A setting is missing or unusable."""


class DocumentError(EnrichError):
    """This document can't be read; the others go on."""


class EmptyDocument(DocumentError):
    """Nothing but blanks."""


class BinaryDocument(DocumentError):
    """No text."""


class UnknownEncoding(DocumentError):
    """Text, but in no encoding that can be told."""


class ParserFailed(DocumentError):
    """Text that our own parser stumbled over: a fault of `enrich`."""


class NoDocuments(EnrichError):
    """A folder without a single document."""


class FolderBusy(EnrichError):
    """Another run is at work on the same published folder."""


class SourceUnavailable(EnrichError):
    """A service can't be asked now; its values stay as they are."""


class SourceThrottled(SourceUnavailable):
    """It said "later" for longer than the run can wait."""

    retry_after: float | None = None  # seconds, where the service named them


class SourceUnreachable(SourceUnavailable):
    """It failed, or its answer never came whole."""


class NoConnection(SourceUnreachable):
    """Nobody to talk to: no network, no such host, or nobody listening."""


class NoAnswerInTime(SourceUnreachable):
    """A connection, but no whole answer within the deadline."""


class SourceRefused(SourceUnavailable):
    """It wants a key, or a better one."""


class SourceConfused(SourceUnavailable):
    """It answered something that is no answer of this service."""


class TimeBudgetSpent(SourceUnavailable):
    """The run's own time is up; what wasn't asked is asked next time."""


class RequestRejected(EnrichError):
    """A service understood and refused this request (400): asking the same again is of no use."""


class ResumptionRejected(RequestRejected):
    """It no longer knows where a long list was broken off; the list can be asked for again."""


class LedgerError(EnrichError):
    """An answer can't be kept, so nothing more is asked."""


class CatalogError(EnrichError):
    """The local title index can't be built or read."""


class PublishError(EnrichError):
    """A version was not published; the earlier ones are untouched."""


class CheckFailed(PublishError):
    """The draft breaks a rule; it is kept, and the message says where."""


class PublishConflict(PublishError):
    """Another run is publishing to the same folder."""


class VersionNotFound(PublishError):
    """No such version, or none at all."""
