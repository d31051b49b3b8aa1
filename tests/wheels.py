"""The wheel of this checkout, and an empty environment that holds it."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
PIP_WHEEL: Final = ("-m", "pip", "wheel", "--quiet", "--no-build-isolation", "--no-deps", "--no-index")


def run(*command: object, cwd: Path) -> str:
    """The output of a command that must succeed."""
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [str(word) for word in command], cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def make_wheel(folder: Path) -> Path:
    """A wheel built from the checkout."""
    run(sys.executable, *PIP_WHEEL, "--wheel-dir", folder, ROOT, cwd=folder)
    return next(folder.glob("hearthbook-*.whl"))


def installed(wheel: Path, home: Path) -> Path:
    """The Python of an environment that has the wheel, and borrows only the dependencies."""
    run(sys.executable, "-m", "venv", "--without-pip", home / "venv", cwd=home)
    python = home / "venv" / "bin" / "python"
    pip = (sys.executable, "-m", "pip", "--quiet", "--python", python)
    run(*pip, "install", "--no-index", "--no-deps", wheel, cwd=home)
    site = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", cwd=home)
    # A folder named in a .pth file is searched, but .pth files inside it are not read:
    # an editable install of this checkout stays out of sight.
    lenders = sorted({sysconfig.get_path("purelib"), sysconfig.get_path("platlib")})
    Path(site.strip(), "dependencies.pth").write_text("\n".join(lenders), encoding="utf-8")
    return python
