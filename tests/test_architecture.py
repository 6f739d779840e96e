"""The house: what may import what, how long things may be, and that what is written about it is so."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from game.sim.tick import TICK

ROOT = Path(__file__).resolve().parents[1]
CODE = sorted(path for folder in ("game", "tools", "tests") for path in (ROOT / folder).rglob("*.py"))
MOST_LINES_OF_A_FILE = 320
MOST_LINES_OF_A_FUNCTION = 60
TABLES = {"game/sim/components.py", "game/data/sections.py"}
"""All state, and all constants: lists that are read from top to bottom, and better in one piece."""
BANNED = re.compile(r"Manager|Handler|Helper|Utils?$|Data$")
PHASES = ("command", "sense", "think", "act", "settle", "story")


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def modules_after(code: str) -> set[str]:
    """What a fresh process has imported after some code."""
    told = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules)"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return set(told.stdout.split())


PLAYED = """
from game.data.sketch import sketch
from game.play.bots import make_bot
from game.play.game import play
from game.play.session import Session
from game.play.simulation import Simulation
play(Session(Simulation(sketch('#####\\n#@.E#\\n#####'))), make_bot('campaign', 1), 30)
"""


def test_a_game_is_played_without_the_screen_or_the_map_reader() -> None:
    loaded = modules_after(PLAYED)
    assert "game.sim.tick" in loaded
    assert not {"pygame", "pytmx", "rich", "game.show"} & loaded


def test_the_command_line_is_read_without_the_game() -> None:
    loaded = modules_after("from game.__main__ import parse\nparse(['sim', 'hyosan', '--seed', '3'])")
    assert not {"numpy", "pygame", "rich", "game.sim"} & loaded


@pytest.mark.skipif(find_spec("importlinter") is None, reason="import-linter is a tool of development")
def test_imports_point_down() -> None:
    told = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stdout


@pytest.mark.parametrize("path", CODE, ids=name)
def test_files_and_functions_are_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if "tests" not in path.parts and name(path) not in TABLES:
        assert len(text.splitlines()) <= MOST_LINES_OF_A_FILE
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= MOST_LINES_OF_A_FUNCTION, f"{node.name}: {lines} lines"


@pytest.mark.parametrize("path", [path for path in CODE if "game" in path.parts], ids=name)
def test_every_module_says_its_purpose_and_no_name_says_nothing(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert ast.get_docstring(tree), "a module begins with what it is for"
    for node in ast.walk(tree):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            assert not BANNED.search(node.name), node.name
            assert node.name != "process"


@pytest.mark.parametrize("path", CODE, ids=name)
def test_nothing_is_left_to_do(path: Path) -> None:
    said = path.read_text(encoding="utf-8")
    assert not re.search(r"\b(TO" + r"DO|FIX" + r"ME|X" + r"XX)\b", said)


def test_the_phases_of_a_tick_are_the_folders_of_the_simulation_in_order() -> None:
    assert tuple(TICK.phases) == PHASES
    for phase, systems in TICK.phases.items():
        for each in systems:
            assert each.run.__module__.startswith(f"game.sim.{phase}."), f"{each.name} runs in {phase}"


def test_the_schedule_in_the_architecture_is_the_one_that_runs() -> None:
    """Print a new one with ``python -m tools.docs``."""
    assert TICK.table() in (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_pages_name_only_files_that_are_there(page: str) -> None:
    text = (ROOT / page).read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)#]+)\)", text):
        if "://" not in link:
            assert (ROOT / link).exists(), f"{page} links to {link}"
    for path in re.findall(r"`((?:game|tests|tools|maps|assets)/[\w./-]+)`", text):
        assert (ROOT / path).exists(), f"{page} names {path}"
