"""Only show sees the screen: the floors below work where no screen library is installed at all."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
BELOW = sorted(
    path for floor in ("play", "sim", "data", "ecs") for path in (ROOT / "game" / floor).rglob("*.py")
)
CLOCKS = {"time", "datetime", "random", "secrets", "uuid"}
NO_SCREEN = """
import sys
class Without:
    def find_spec(self, name, path=None, target=None):
        if name.partition('.')[0] == 'pygame':
            raise ModuleNotFoundError(f'No module named {name!r}', name=name)
sys.meta_path.insert(0, Without())
from game.__main__ import main
"""
GOLDEN = ["sim", "hyosan", "--bot", "wander", "--seed", "11", "--ticks", "240", "--json"]


def run(code: str, **environment: str) -> str:
    """Run code in a fresh process and return what it printed."""
    told = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    return told.stdout


def imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module.partition(".")[0])
    return found


@pytest.mark.parametrize("path", BELOW, ids=lambda path: str(path.relative_to(ROOT / "game")))
def test_no_module_below_show_imports_the_screen(path: Path) -> None:
    assert "pygame" not in imports(path)


@pytest.mark.parametrize(
    "path", [path for path in BELOW if "sim" in path.parts], ids=lambda path: str(path.relative_to(ROOT))
)
def test_the_simulation_reads_no_clock_and_no_chance_but_its_own(path: Path) -> None:
    assert not CLOCKS & imports(path)


def test_a_map_is_played_where_no_screen_library_is_installed() -> None:
    said = run(f"{NO_SCREEN}\nsys.exit(main({GOLDEN!r}))")
    assert '"outcome": "timeout"' in said


def test_the_same_game_comes_out_under_other_hash_seeds_and_simpler_arithmetic_units() -> None:
    """Set and dict order, and the widest instructions numpy finds, must not matter."""
    code = f"import json, io, contextlib\nfrom game.__main__ import main\nmain({GOLDEN!r})"
    plain = run(code, PYTHONHASHSEED="1")
    other = run(code, PYTHONHASHSEED="2", NPY_DISABLE_CPU_FEATURES="AVX2 FMA3")
    assert state(plain) == state(other)


def state(said: str) -> str:
    return said.split('"state_hash": "')[1][:16]
