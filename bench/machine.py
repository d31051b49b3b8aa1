"""What the figures were taken on, so that they can be read elsewhere."""

from __future__ import annotations

import os
import platform
import re
import subprocess
from contextlib import suppress
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from bench.yardsticks import YARDSTICKS, Yardstick, installed

_GIGA: Final = 1_000_000_000
_NUMBER: Final = re.compile(r"\d+\.\d+(?:\.\d+)?")


def processor() -> str:
    """The processor's name, as the system knows it."""
    with suppress(OSError):
        found = re.search(r"^model name\s*:\s*(.+)$", Path("/proc/cpuinfo").read_text("utf-8"), re.MULTILINE)
        if found:
            return found[1].strip()
    return platform.processor() or platform.machine()


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def memory() -> str:
    """The machine's memory in gigabytes."""
    try:
        size = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return "unknown"
    return f"{size / _GIGA:.0f} GB"


def system() -> str:
    """The operating system with its version."""
    try:
        return platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())
    except OSError:
        return f"{platform.system()} {platform.release()}"


def load() -> str:
    """How busy the machine is, as a mean over the last minute."""
    try:
        return f"{os.getloadavg()[0]:.1f}"
    except (AttributeError, OSError):
        return "unknown"


def package(name: str) -> str:
    """The version of a Python package; empty where it is not installed."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def tool_version(yardstick: Yardstick) -> str:
    """The version of an installed tool; empty where it does not say."""
    if yardstick.package:
        return package(yardstick.package)
    program = installed(yardstick)
    if not program:
        return ""
    option = "version" if yardstick.program == "hugo" else "--version"
    said = subprocess.run([program, option], capture_output=True, encoding="utf-8", check=False).stdout
    found = _NUMBER.search(said)
    return found[0] if found else ""


def tools() -> tuple[list[str], list[str]]:
    """Each installed tool with its version, and the names of those that are not installed."""
    here = [f"Hearthbook {package('hearthbook')}"]
    missing = []
    for yardstick in YARDSTICKS:
        if not installed(yardstick):
            missing.append(yardstick.name.partition(",")[0])
            continue
        name, _, theme = yardstick.name.partition(" + ")
        here.append(f"{name.partition(',')[0]} {tool_version(yardstick)}".rstrip())
        here += [f"{theme} {package('mkdocs-material')}"] if theme else []
    return here, missing


def machine() -> list[tuple[str, str]]:
    """What describes the machine and its programs, by name."""
    here, missing = tools()
    facts = [
        ("Processor", f"{processor()}, {cores()} cores"),
        ("Memory", memory()),
        ("System", f"{system()}, {platform.machine()}"),
        ("Python", f"{platform.python_implementation()} {platform.python_version()}"),
        ("Tools", ", ".join(here)),
        ("Load before the first measure", load()),
    ]
    return [*facts, ("Not installed, so not measured", ", ".join(missing))] if missing else facts
