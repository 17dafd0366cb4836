"""run.py as a person types it: help, wrong words, an old or crippled Python, and no second installation."""

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMMANDS = ("test", "check", "setup", "flask", "bench", "serve")


def run_py(*arguments: str, script: Path = ROOT / "run.py") -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, script, *arguments], capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def run(tmp_path: Path) -> ModuleType:
    """run.py in a folder of its own, so that nothing here touches the real .venv."""
    for name in ("run.py", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, tmp_path)
    spec = importlib.util.spec_from_file_location("run_of_test", tmp_path / "run.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_help_names_every_command() -> None:
    answer = run_py("--help")
    assert answer.returncode == 0
    assert all(f"python3 run.py {name}" in answer.stdout for name in COMMANDS)


def test_unknown_command_is_wrong_usage_and_says_so_on_stderr() -> None:
    answer = run_py("strat")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert "no command 'strat'" in answer.stderr


def test_unknown_benchmark_lists_the_known() -> None:
    answer = run_py("bench", "nonsense")
    assert answer.returncode == 2
    assert "There are:" in answer.stderr


def test_old_python_is_told_what_is_needed(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or newer; this is Python 3\.9"):
        run.__spec__.loader.exec_module(run)


def test_python_without_venv_is_told_which_package_to_install(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(SystemExit, match=r"no ensurepip.*python3-venv"):
        run.install(run.LOCK)


def test_packages_are_installed_again_only_when_the_lock_changes(run: ModuleType, tmp_path: Path) -> None:
    run.PYTHON.parent.mkdir(parents=True)
    run.PYTHON.symlink_to(sys.executable)
    stamp = tmp_path / ".venv" / "requirements.lock.installed"
    assert not run.stamp_matches(stamp, run.LOCK)
    stamp.write_text(run.stamp_text(run.LOCK))
    assert run.stamp_matches(stamp, run.LOCK)

    run.LOCK.write_text(run.LOCK.read_text() + "\n")
    assert not run.stamp_matches(stamp, run.LOCK)


def test_upgraded_system_python_means_a_new_installation(run: ModuleType, tmp_path: Path) -> None:
    run.PYTHON.parent.mkdir(parents=True)
    run.PYTHON.symlink_to(sys.executable)
    stamp = tmp_path / ".venv" / "requirements.lock.installed"
    stamp.write_text(run.stamp_text(run.LOCK))
    other = tmp_path / "python3.99"
    other.touch()
    run.PYTHON.unlink()
    run.PYTHON.symlink_to(other)
    assert not run.stamp_matches(stamp, run.LOCK)


def test_missing_part_stops_the_tests_under_ci(run: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "SYSTEM_PARTS", {"no-such-package": lambda: False})
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(run, "IN_CI", True)
    with pytest.raises(SystemExit, match=r"no-such-package.*nothing may be left out"):
        run.install_system_parts()


def test_missing_part_is_only_said_on_a_laptop(
    run: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(run, "SYSTEM_PARTS", {"no-such-package": lambda: False})
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(run, "IN_CI", False)
    run.install_system_parts()
    assert "sudo apt-get install no-such-package" in capsys.readouterr().err
