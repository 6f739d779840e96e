"""The rules that make a simulation the same to the bit on every machine, read off its source."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import game.sim

SOURCES = sorted(Path(game.sim.__file__).parent.rglob("*.py"))
# fmt: off
INEXACT = frozenset({
    "sin", "cos", "tan", "arcsin", "arccos", "arctan", "arctan2", "sinh", "cosh", "tanh", "exp", "exp2",
    "expm1", "log", "log2", "log10", "log1p", "power", "float_power", "hypot", "cbrt", "dot", "matmul",
    "vdot", "inner", "einsum", "tensordot", "norm", "argpartition", "partition", "atan2", "pow", "atan",
    "asin", "acos", "default_rng", "seed",
})
"""Functions whose last bits, or whose order, differ between machines; and chance without a stream."""
CLOCKS = frozenset({
    "time", "datetime", "random", "os", "pathlib", "sys", "threading", "asyncio", "multiprocessing",
    "secrets", "uuid", "pygame",
})
# fmt: on
SORTS = frozenset({"argsort", "sort", "lexsort"})
UNORDERED = (ast.Set, ast.SetComp)


def called(node: ast.Call) -> str:
    """The last name of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def of_numpy(node: ast.Call) -> bool:
    """Whether it is called on numpy, or on something inside it, and not on a Vec module of ours."""
    root = node.func
    while isinstance(root, ast.Attribute):
        root = root.value
    return isinstance(node.func, ast.Attribute) and getattr(root, "id", "") in {"np", "math", "numpy"}


def is_set(node: ast.expr) -> bool:
    return isinstance(node, UNORDERED) or (
        isinstance(node, ast.Call) and called(node) in {"set", "frozenset"}
    )


def offences(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and what is wrong there."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield from ((node.lineno, wrong) for wrong in wrong_call(node))
        elif isinstance(node, (ast.For, ast.comprehension)) and is_set(node.iter):
            yield node.iter.lineno, "iterates a set"
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.MatMult):
            yield node.lineno, "@ sums in an order of its own"
        elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Pow):
            constant = isinstance(node.left, ast.Constant)  # reckoned once, when the file is compiled
            if not constant and not (isinstance(node.right, ast.Constant) and node.right.value == 2):
                yield node.lineno, "** with an exponent other than 2"
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            yield from ((node.lineno, f"imports {name}") for name in imported(node) if name in CLOCKS)


def wrong_call(node: ast.Call) -> Iterator[str]:
    name = called(node)
    if of_numpy(node) and name in INEXACT:
        yield f"calls {name}"
    if name == "hash":
        yield "calls hash(), which is salted"
    stable = any(k.arg == "kind" and getattr(k.value, "value", "") == "stable" for k in node.keywords)
    if name in SORTS - {"lexsort"} and isinstance(node.func, ast.Attribute) and not stable:
        is_list = not of_numpy(node) and name == "sort" and not node.args
        if not is_list:
            yield f'{name} without kind="stable"'


def imported(node: ast.Import | ast.ImportFrom) -> list[str]:
    names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""]
    return [name.partition(".")[0] for name in names]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.name)
def test_the_simulation_uses_nothing_that_differs_between_machines(path: Path) -> None:
    found = [f"{path.name}:{line}: {wrong}" for line, wrong in offences(ast.parse(path.read_text("utf-8")))]
    assert found == []


@pytest.mark.parametrize(
    "line",
    [
        "np.sin(x)",
        "np.linalg.norm(x)",
        "math.atan2(y, x)",
        "a @ b",
        "x ** 3",
        "x ** 0.5",
        "np.argsort(x)",
        "x.argsort()",
        "np.sort(x, kind='quicksort')",
        "hash(x)",
        "[k for k in {1, 2}]",
        "for k in set(x): pass",
        "import time",
        "from random import random",
        "np.random.default_rng(1)",
    ],
)
def test_each_of_these_would_be_found(line: str) -> None:
    assert list(offences(ast.parse(line)))


@pytest.mark.parametrize(
    "line",
    [
        "x ** 2",
        "np.argsort(x, kind='stable')",
        "np.sqrt(x)",
        "maths.dot(a, b)",
        "dot(a, b)",
        "sorted(set(x))",
    ],
)
def test_and_these_are_fine(line: str) -> None:
    assert not list(offences(ast.parse(line)))
