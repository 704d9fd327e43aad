"""The named reasons of an identity. Every outcome has exactly one; `enrich why` prints it in words."""

from __future__ import annotations

from enum import StrEnum


class Reason(StrEnum):
    """Why a title is, is not, or may not be a certain paper."""

    # matched, by somebody's word
    LINK = "link"
    JUDGEMENT = "judgement"
    LINK_ELSEWHERE = "link_elsewhere"

    # matched, by the title
    SAME_TITLE = "same_title"
    SAME_LETTERS = "same_letters"
    ABBREVIATED = "abbreviated"
    ARTICLES = "articles"
    TYPO = "typo"
    REWORDED = "reworded"
    VENUE_APPENDED = "venue_appended"
    NOTE_DROPPED = "note_dropped"
    SUBTITLE_DROPPED = "subtitle_dropped"
    SUBTITLE_ADDED = "subtitle_added"
    WORDS_ADDED = "words_added"
    NAME_DROPPED = "name_dropped"
    NAME_ADDED = "name_added"
    RENAMED = "renamed"
    SAME_NAME = "same_name"
    WORD_DROPPED = "word_dropped"
    CUT_OFF = "cut_off"
    TRUNCATED = "truncated"

    # matched, by the title and what else the item carries
    AUTHORS_AGREE = "authors_agree"
    ABSTRACT_AGREES = "abstract_agrees"
    REPOSITORY_AGREES = "repository_agrees"

    # unresolved or not found: something was offered, but nothing that can be meant
    AMBIGUOUS = "ambiguous"
    TOO_SHORT = "too_short"
    UNCERTAIN = "uncertain"
    NUMBERS_DIFFER = "numbers_differ"
    MEANING_DIFFERS = "meaning_differs"
    NAMES_DIFFER = "names_differ"
    AUTHORS_DIFFER = "authors_differ"
    ABSTRACT_DIFFERS = "abstract_differs"
    TOO_DIFFERENT = "too_different"
    NO_CANDIDATE = "no_candidate"

    # unresolved: nobody could say
    NOT_ASKED = "not_asked"
    UNREACHABLE = "unreachable"


EXPLANATIONS: dict[Reason, str] = {
    Reason.LINK: "the document links the paper",
    Reason.JUDGEMENT: "a person decided so",
    Reason.LINK_ELSEWHERE: "the same title is linked elsewhere in the documents",
    Reason.SAME_TITLE: "the titles are the same",
    Reason.SAME_LETTERS: "the titles differ in blanks and hyphens only",
    Reason.ABBREVIATED: "one title abbreviates words of the other",
    Reason.ARTICLES: "the titles differ in articles only",
    Reason.TYPO: "the titles differ in a few letters",
    Reason.REWORDED: "the titles differ in small words only",
    Reason.VENUE_APPENDED: "the titles are the same but for a venue, a number or names that the list adds",
    Reason.NOTE_DROPPED: "the paper's title has a remark in brackets besides",
    Reason.SUBTITLE_DROPPED: "the paper's title has a subtitle besides",
    Reason.SUBTITLE_ADDED: "the document adds a subtitle",
    Reason.WORDS_ADDED: "the document writes more words in front of the title or behind it",
    Reason.NAME_DROPPED: "the paper's title has a name in front",
    Reason.NAME_ADDED: "the document puts a name in front",
    Reason.RENAMED: "the name grew or shrank, the rest is the same",
    Reason.SAME_NAME: "the name and much of the subtitle are the same, and no other paper offered has that name",
    Reason.WORD_DROPPED: "one word is missing or too much",
    Reason.CUT_OFF: "the title is cut off by an ellipsis or inside a word",
    Reason.TRUNCATED: "the title is the beginning of the paper's",
    Reason.AUTHORS_AGREE: "the titles are alike and the authors agree",
    Reason.ABSTRACT_AGREES: "the abstracts agree",
    Reason.REPOSITORY_AGREES: "the titles are alike and the repository is the same",
    Reason.AMBIGUOUS: "several papers can be meant",
    Reason.TOO_SHORT: "the title is too short to tell a paper by",
    Reason.UNCERTAIN: "a paper is near, but nothing else says that it is the one",
    Reason.NUMBERS_DIFFER: "the nearest title has other numbers, versions or parts",
    Reason.MEANING_DIFFERS: "the nearest title says the opposite",
    Reason.NAMES_DIFFER: "the nearest title is about something of another name",
    Reason.AUTHORS_DIFFER: "the title is the same, but the authors are others",
    Reason.ABSTRACT_DIFFERS: "the title is the same, but the abstract is another",
    Reason.TOO_DIFFERENT: "no title offered is near enough",
    Reason.NO_CANDIDATE: "no source offers a paper for this title",
    Reason.NOT_ASKED: "not all sources were asked",
    Reason.UNREACHABLE: "a source could not be asked",
}
