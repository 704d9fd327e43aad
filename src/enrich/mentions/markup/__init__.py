"""Markdown and HTML in, a `Draft` out: both become one model of `blocks` with inline runs; `outline` walks through it
and hands lists, tables and paragraphs to their readers.
"""
