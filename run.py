#!/usr/bin/env python3
"""Sets Körpü up and starts it. Needs Python 3.11 with venv and nothing else.

python3 run.py                   set up what is missing, load the examples into an empty database, serve
python3 run.py test [...]        run the tests; everything after `test` goes to pytest
python3 run.py check [...]       linters, types and consistency, then the tests
python3 run.py setup             the set-up alone
python3 run.py flask ...         the command line (python3 run.py flask --help)
python3 run.py bench [name] ...  one benchmark, or all
python3 run.py serve             the production server: no examples, refuses weak secrets

HOST and PORT say where it serves (127.0.0.1 and 5000). All settings are in docs/operations.md.
"""

import sys

if sys.version_info < (3, 11):
    sys.exit("Körpü needs Python 3.11 or newer; this is Python {}.{}.".format(*sys.version_info[:2]))

import ctypes
import hashlib
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
DEV_LOCK = ROOT / "requirements-dev.lock"
IN_CI = os.environ.get("CI", "").lower() == "true"

LINTERS: dict[str, list[str]] = {
    "ruff": ["-m", "ruff", "check", "."],
    "format": ["-m", "ruff", "format", "--check", "."],
    "types": ["-m", "mypy"],
    "imports": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    "template format": ["-m", "djlint", "templates", "--check"],
    "templates": ["-m", "djlint", "templates", "--lint", "--quiet"],
}


def main(arguments: list[str]) -> int:
    name, rest = (arguments[0], arguments[1:]) if arguments else ("start", [])
    if name in ("-h", "--help", "help"):
        print(__doc__)
        return 0
    commands: dict[str, Callable[[list[str]], int]] = {
        "start": start,
        "test": test,
        "check": check,
        "setup": setup,
        "flask": flask,
        "bench": bench,
        "serve": serve,
    }
    if name not in commands:
        say(f"There is no command {name!r}.\n{__doc__}")
        return 2
    return commands[name](rest)


def start(arguments: list[str]) -> int:
    install(LOCK)
    become("-m", "crm.serve", *arguments, folder=ROOT)


def serve(arguments: list[str]) -> int:
    install(LOCK)
    become("-m", "crm.serve", "--production", *arguments, folder=ROOT)


def setup(arguments: list[str]) -> int:
    install(LOCK)
    failed = run("-c", "from crm.assets import build; build()")
    if not failed:
        say("Körpü is set up. Start it with: python3 run.py")
    return failed


def flask(arguments: list[str]) -> int:
    install(LOCK)
    # The folder stays: files named on the command line are meant from where the person stands.
    become("-m", "flask", "--app", str(ROOT / "wsgi.py"), *arguments)


def bench(arguments: list[str]) -> int:
    names = sorted(path.stem for path in (ROOT / "bench").glob("[!_]*.py"))
    options = arguments
    if arguments and not arguments[0].startswith("-"):
        if arguments[0] not in names:
            say(f"There is no benchmark {arguments[0]!r}. There are: {', '.join(names)}.")
            return 2
        names, options = arguments[:1], arguments[1:]
    install(LOCK)
    code = "import importlib, sys; sys.path[0] = sys.argv[1]; "
    code += "sys.exit(importlib.import_module('bench.' + sys.argv[2]).main(sys.argv[3:]))"
    return max([run("-c", code, str(ROOT), name, *options, folder=Path.cwd()) for name in names], default=0)


def test(arguments: list[str]) -> int:
    install(DEV_LOCK)
    install_system_parts()
    become("-m", "pytest", *arguments, folder=ROOT)


def check(arguments: list[str]) -> int:
    """All linters and then the tests, whatever the linters said: one run shows everything there is to mend."""
    install(DEV_LOCK)
    install_system_parts()
    failed = []
    for name, command in LINTERS.items():
        say(f"\n== {name}")
        if run(*command) != 0:
            failed.append(name)
    say(f"\nLinters with findings: {', '.join(failed)}\n" if failed else "\nThe linters found nothing.\n")
    return run("-m", "pytest", *arguments) or bool(failed)


def install(lock: Path) -> None:
    """Makes .venv when there is none that works, and installs the locked packages when the lock is a new one."""
    stamp = VENV / f"{lock.name}.installed"
    if stamp_matches(stamp, lock):
        return
    with one_at_a_time():
        if stamp_matches(stamp, lock):
            return
        if not venv_works():
            make_venv()
        say(f"Installing the packages of {lock.name} (a minute or two the first time) ...")
        pip = ["-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-input"]
        if run(*pip, "--require-hashes", "-r", str(lock)) != 0:
            sys.exit("The packages could not be installed; pip says above why. Is this computer on the network?")
        stamp.write_text(stamp_text(lock), encoding="utf-8")


def stamp_matches(stamp: Path, lock: Path) -> bool:
    return PYTHON.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == stamp_text(lock)


def stamp_text(lock: Path) -> str:
    """Which packages for which Python: after an upgrade of the system's Python, .venv seems empty to the new one."""
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    return json.dumps({"lock": digest, "python": os.path.realpath(PYTHON)})


def venv_works() -> bool:
    if not PYTHON.exists():
        return False
    probe = subprocess.run([PYTHON, "-c", "import pip, sys; sys.exit(sys.version_info < (3, 11))"], capture_output=True)
    return probe.returncode == 0


def make_venv() -> None:
    try:
        import ensurepip
        import venv
    except ImportError as error:
        sys.exit(f"This Python has no {error.name}. On Debian or Ubuntu: sudo apt-get install python3-venv")
    say(f"Making {VENV.name} with Python {sys.version.split()[0]} and pip {ensurepip.version()} ...")
    venv.create(VENV, with_pip=True, clear=True)


def install_system_parts() -> None:
    """What the tests need beside Python packages. Debian's are installed where that may be done without asking."""
    missing = [package for package, there in SYSTEM_PARTS.items() if not there()]
    if missing and sys.platform != "win32" and shutil.which("apt-get") and os.geteuid() == 0:
        say(f"Installing {', '.join(missing)} ...")
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-q"], ["install", "-qq", "-y", "--no-install-recommends", *missing]):
            apt = ["apt-get", "-o", "Acquire::Retries=3", *command]
            subprocess.run(apt, env=environment, stdin=subprocess.DEVNULL, stdout=sys.stderr, check=False)
        missing = [package for package, there in SYSTEM_PARTS.items() if not there()]
    if missing and IN_CI:
        sys.exit(f"The tests need {', '.join(missing)}; under CI=true nothing may be left out.")
    if missing:
        say(
            f"Tests that need {', '.join(missing)} will be skipped. On Debian: sudo apt-get install {' '.join(missing)}"
        )


def program(*names: str) -> Callable[[], bool]:
    return lambda: any(shutil.which(name) for name in names)


def font(name: str) -> Callable[[], bool]:
    return lambda: any(Path("/usr/share/fonts").rglob(name))


def library(name: str) -> Callable[[], bool]:
    def there() -> bool:
        try:
            ctypes.CDLL(name)
        except OSError:
            return False
        return True

    return there


def initdb() -> bool:
    return bool(shutil.which("initdb")) or any(Path("/usr/lib/postgresql").glob("*/bin/initdb"))


#: Debian package -> is it, or its like on another system, there?
SYSTEM_PARTS: dict[str, Callable[[], bool]] = {
    "chromium": program("chromium", "chromium-browser", "google-chrome"),
    "postgresql": initdb,
    "redis-server": program("redis-server"),
    "libpango-1.0-0": library("libpango-1.0.so.0"),
    "libpangoft2-1.0-0": library("libpangoft2-1.0.so.0"),
    "fonts-noto-core": font("NotoSans-Regular.ttf"),
}


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """A second start (an impatient double click) waits here until the first has installed everything."""
    with (ROOT / ".venv.lock").open("w") as handle:
        if sys.platform == "win32":
            import msvcrt

            while True:
                try:
                    msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
                    break
                except OSError:  # it gives up after ten seconds
                    continue
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def run(*arguments: str, folder: Path = ROOT) -> int:
    """Runs the Python of .venv and waits."""
    sys.stdout.flush()
    return subprocess.run([PYTHON, *arguments], cwd=folder, env=environment_of_children(), check=False).returncode


def become(*arguments: str, folder: Path | None = None) -> NoReturn:
    """Ends as the Python of .venv, so that a signal to this process is a signal to the server."""
    folder = folder or Path.cwd()
    if os.name == "nt":  # exec there returns to the prompt at once
        try:
            sys.exit(run(*arguments, folder=folder))
        except KeyboardInterrupt:  # the child got it too and has said good-bye
            sys.exit(0)
    os.chdir(folder)
    sys.stdout.flush()
    os.execve(PYTHON, [str(PYTHON), *arguments], environment_of_children())


def environment_of_children() -> dict[str, str]:
    """UTF-8 on every system, Windows code pages included."""
    return {**os.environ, "PYTHONUTF8": "1"}


def say(text: str) -> None:
    """For people: stderr, so that the JSON of a command stays alone on stdout."""
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit(130)
