"""Static files: hashed, compressed, complete; and what happens when a name is wrong."""

import gzip
import re
import shutil
from pathlib import Path

import brotli
import pytest
from flask.testing import FlaskClient

from crm import assets
from crm.assets import AssetError, build, compile_translations, immutable_file_test, static_url
from crm.extensions import db
from tests import factories

PICTURE = '<svg xmlns="http://www.w3.org/2000/svg"><title>bridge</title></svg>'


@pytest.fixture
def ours(tmp_path: Path) -> Path:
    folder = tmp_path / "static"
    (folder / "css").mkdir(parents=True)
    (folder / "img").mkdir()
    (folder / "icons.txt").write_text("# ours\nsun\npeople\n")
    (folder / "img" / "bridge.svg").write_text(PICTURE)
    (folder / "css" / "app.css").write_text("a { background: url('../img/bridge.svg#top') }")
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "build"


def test_every_file_carries_the_hash_of_its_content(ours: Path, target: Path, tmp_path: Path) -> None:
    first = build(target, ours, tmp_path)
    assert first.keys() >= {"css/app.css", "css/bootstrap.min.css", "js/htmx.min.js", "img/icons.svg", "img/bridge.svg"}
    assert all(immutable_file_test("", "/static/" + name) for name in first.values())
    assert not immutable_file_test("", "/static/css/app.css")

    (ours / "img" / "bridge.svg").write_text(PICTURE.replace("bridge", "new bridge"))
    second = build(target, ours, tmp_path)
    assert second["img/bridge.svg"] != first["img/bridge.svg"]
    assert second["css/app.css"] != first["css/app.css"], "the style sheet names the picture, so it changes with it"
    assert second["js/htmx.min.js"] == first["js/htmx.min.js"]
    assert (target / "static" / first["css/app.css"]).exists(), "pages that are open still ask for the old one"


def test_style_sheet_points_at_the_hashed_picture(ours: Path, target: Path, tmp_path: Path) -> None:
    manifest = build(target, ours, tmp_path)
    css = (target / "static" / manifest["css/app.css"]).read_text()
    assert css == f'a {{ background: url("/static/{manifest["img/bridge.svg"]}#top") }}'


def test_compressed_files_unpack_to_the_same_bytes(ours: Path, target: Path, tmp_path: Path) -> None:
    plain = target / "static" / build(target, ours, tmp_path)["css/bootstrap.min.css"]
    data = plain.read_bytes()
    assert gzip.decompress(plain.with_name(plain.name + ".gz").read_bytes()) == data
    packed = plain.with_name(plain.name + ".br").read_bytes()
    assert brotli.decompress(packed) == data
    assert len(packed) < 25_000
    assert b"sourceMappingURL" not in data


def test_sprite_holds_the_icons_named_and_no_others(ours: Path, target: Path, tmp_path: Path) -> None:
    sprite = (target / "static" / build(target, ours, tmp_path)["img/icons.svg"]).read_text()
    assert re.findall(r'<symbol id="([^"]+)"', sprite) == ["people", "sun"]


def test_second_build_writes_nothing(ours: Path, target: Path, tmp_path: Path) -> None:
    first = build(target, ours, tmp_path)
    times = {path: path.stat().st_mtime_ns for path in target.rglob("*")}
    assert build(target, ours, tmp_path) == first
    assert {path: path.stat().st_mtime_ns for path in target.rglob("*")} == times


def test_lost_files_are_built_again(ours: Path, target: Path, tmp_path: Path) -> None:
    manifest = build(target, ours, tmp_path)
    shutil.rmtree(target / "static" / "css")
    build(target, ours, tmp_path)
    assert (target / "static" / manifest["css/app.css"]).exists()


def test_unknown_names_are_refused_with_a_remedy(ours: Path, target: Path, tmp_path: Path) -> None:
    with pytest.raises(AssetError, match=r"crm/static/"):
        static_url(build(target, ours, tmp_path), "css/lost.css")

    (ours / "css" / "app.css").write_text("a { background: url(../img/lost.svg) }")
    with pytest.raises(AssetError, match=r"app\.css uses url\(\.\./img/lost\.svg\)"):
        build(target, ours, tmp_path)

    (ours / "icons.txt").write_text("no-such-icon\n")
    with pytest.raises(AssetError, match="no-such-icon"):
        build(target, ours, tmp_path)


def test_translations_are_compiled_once(tmp_path: Path) -> None:
    folder = tmp_path / "az" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "messages.po").write_text('msgid ""\nmsgstr "Language: az\\n"\n\nmsgid "Women"\nmsgstr "Qadınlar"\n')
    assert compile_translations(tmp_path) == 1
    assert "Qadınlar".encode() in (folder / "messages.mo").read_bytes()
    assert compile_translations(tmp_path) == 0


def test_every_icon_that_templates_name_is_in_the_sprite() -> None:
    named = set(assets.OURS.joinpath(assets.ICON_NAMES).read_text().split("\n"))
    templates = assets.ROOT / "templates"
    used = {
        (name, str(path.relative_to(templates)))
        for path in templates.rglob("*.html")
        for name in re.findall(r"""\bicon\(\s*["']([a-z0-9-]+)["']""", path.read_text())
    }
    assert sorted((name, path) for name, path in used if name not in named) == []


def test_the_first_page_is_light(client: FlaskClient) -> None:
    factories.user()
    db.session.commit()
    page = client.get("/").text
    files = set(re.findall(r'(?:href|src)="(/static/[^"#]+\.(?:css|js|svg))', page))
    packed = sum((assets.BUILD / f"{name.lstrip('/')}.gz").stat().st_size for name in files)
    assert len(files) >= 4
    assert packed + len(gzip.compress(page.encode())) < 60_000
