"""``lint MAP...``: what is wrong with a map, each finding with file, line, layer and object.

Exit codes: 0 clean (warnings are clean), 1 errors, 2 a map that cannot be read at all.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from game.data.findings import Finding

SCRIPT, UNREADABLE = "E601", "E001"
"""Codes of what is wrong with a level's script, and of a map that cannot be read."""
CANNOT = 2


def arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what may be given."""
    parser.add_argument("map", metavar="MAP", nargs="+", help="name of a level, or path of a .tmx")
    parser.add_argument("--json", action="store_true", help="answer with one JSON object")


def run(args: argparse.Namespace) -> int:
    """Look at every map, and at the story script that goes with it; an error in one is a finding."""
    from game.data.findings import render
    from game.data.paths import find_map

    found = [finding for name in args.map for finding in _look(find_map(name))]
    errors = sum(finding.severity == "error" for finding in found)
    if args.json:
        findings = [finding.to_json() for finding in found]
        print(json.dumps({"maps": args.map, "errors": errors, "findings": findings}, ensure_ascii=False))
    else:
        print(
            *render(found), f"{len(args.map)} maps, {errors} errors, {len(found) - errors} warnings", sep="\n"
        )
    if any(finding.code == UNREADABLE for finding in found):
        return CANNOT
    return int(errors > 0)


def _look(path: Path) -> list[Finding]:
    """Everything wrong with one map, and with the names its script uses."""
    from game.data.errors import BadInput
    from game.data.findings import Finding
    from game.data.lint import lint
    from game.data.locale import Words
    from game.data.script import load_script
    from game.data.scriptcheck import check
    from game.data.tiled import load

    try:
        level = load(path)
    except BadInput:
        return lint(path)
    try:
        script = load_script(level)
    except BadInput as refusal:
        return [*lint(path), Finding(SCRIPT, refusal.where, 0, refusal.what)]
    wrong = check(script, level, Words("en"))
    return [*lint(path, script.events), *(Finding(SCRIPT, each.where, 0, each.what) for each in wrong)]
