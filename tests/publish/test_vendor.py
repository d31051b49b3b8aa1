"""What others wrote and sites bring along is what they published, with its licence."""

from __future__ import annotations

from hashlib import sha256

from hearthbook.resources import themes

VENDOR = themes() / "hearth/html/assets/vendor"
# CONTRIBUTING.md says how it is made.
YAML = "8334f52be3546d16a7a4e9958dfd25a674685ceee13836ae8bf7f280fbb15df2"


def test_the_yaml_library_is_the_one_that_was_bundled() -> None:
    assert sha256((VENDOR / "yaml.js").read_bytes()).hexdigest() == YAML


def test_all_that_others_wrote_has_its_licence_beside_it() -> None:
    scripts = {path.stem for path in VENDOR.glob("*.js")}
    assert scripts == {path.name.removesuffix(".LICENSE.txt") for path in VENDOR.glob("*.LICENSE.txt")}
