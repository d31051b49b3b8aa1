"""A report for programs, and its schema."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from hearthbook.model.report import Report

if TYPE_CHECKING:
    from hearthbook.lint.reporters.text import Source


def as_json(report: Report, source: Source) -> str:
    """The whole report as one JSON object; `hearthbook schema --print report` says what it holds."""
    del source
    text = json.dumps(asdict(report), indent=2, ensure_ascii=False)
    # half a character in somebody's key cannot be printed; JSON writes it as the same escape
    return text.encode("utf-8", "backslashreplace").decode()


def report_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `as_json`."""
    schema = TypeAdapter(Report).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
