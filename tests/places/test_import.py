"""`flask places import` and `import-geonames`: good rows in, bad rows said, twice the same as once."""

from pathlib import Path

from flask import Flask
from sqlalchemy import func, select

from crm.extensions import db
from crm.places.models import Settlement
from crm.places.operations import load_places
from crm.places.queries import settlements_like
from tests import factories

LIST = """\
name_az,name_en,name_ru,rayon,region,lat,lon,population,source,level,rayon_iso,alt_names,geonames_id
Pushkino,Pushkino,Пушкино,Biləsuvar,Şirvan–Salyan,39.45833,48.545,19000,A list,rayon_centre,AZ-BIL,Pushkin,148340
Cavad,Javad,Джават,Sabirabad,Mil–Muğan,40.01,48.52,,A list,settlement,AZ-SAB,Dzhavat,9000001
Yenikənd,Yenikand,,Sabirabad,Mil–Muğan,40.10,48.30,,A list,settlement,AZ-SAB,,9000002
Yenikənd,Yenikand,,Sabirabad,Mil–Muğan,39.80,48.70,,A list,settlement,AZ-SAB,,9000003
Aza,Aza,Аза,Naxçıvan MR,Naxçıvan,38.9269,45.8306,,A list,settlement,AZ-NX,,9000004
Kənarda,,,Sabirabad,,55.75,37.61,,A list,settlement,AZ-SAB,,9000005
Heçyerdə,,,Atlantida,,,,,A list,settlement,,,9000006
,,,Sabirabad,,40.0,48.4,,A list,settlement,AZ-SAB,,9000007
Çoxlu,,,Sabirabad,,40.0,48.4,many,A list,settlement,AZ-SAB,,9000008
"""
GEONAMES_ROWS = [
    "9100001 Novoye Selo|Yeni Selo|40.02|48.40|P|PPL|AZ|46",
    "147949 Kalagayny|Qalagayin,Qalaqayın|39.98|48.48|P|PPL|AZ|46",
    "9100002 Gyone Kend|Gone Kend,Gönə Kənd,戈内|39.20|45.40|P|PPL|AZ|35",
    "9100003 A Hill||40.02|48.40|T|HLL|AZ|46",
    "9100004 Old Ruin||40.02|48.40|P|PPLQ|AZ|46",
]


def run(app: Flask, *words: str) -> tuple[int, str]:
    result = app.test_cli_runner().invoke(args=["places", *words])
    db.session.expire_all()
    return result.exit_code, result.output


def everything() -> list[tuple[object, ...]]:
    columns = (Settlement.id, Settlement.name_az, Settlement.alternates, Settlement.lat, Settlement.search_text)
    return [tuple(row) for row in db.session.execute(select(*columns).order_by(Settlement.id))]


def test_a_list_completes_known_places_adds_new_ones_and_says_the_bad_rows(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    before = db.session.scalar(select(func.count()).select_from(Settlement)) or 0
    cavad = factories.settlement("Cavad")
    assert cavad.point is None
    code, said = run(app, "import", str(file))
    assert code == 0, said
    assert "2 added, 3 already known, 4 not used" in said
    for line, reason in ((7, "55.75"), (8, "Atlantida"), (9, "no name"), (10, "population")):
        assert any(f"line {line}:" in text and reason in text for text in said.splitlines()), said
    assert cavad.point == (40.01, 48.52)
    assert (cavad.name_ru, cavad.geonames_id) == ("Джавад", 9000001)
    assert "Джават" in cavad.alternates
    assert factories.settlement("Biləsuvar").population == 19000
    assert factories.settlement("Aza").rayon.name_az == "Ordubad"
    assert sorted(one.lat or 0 for one in settlements_like("Yenikənd, Sabirabad")) == [39.80, 40.10]
    assert db.session.scalar(select(func.count()).select_from(Settlement)) == before + 2


def test_a_list_loaded_twice_and_the_shipped_facts_again_change_nothing_more(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text(LIST.replace(",", ";"), encoding="utf-8-sig")
    assert run(app, "import", str(file))[0] == 0
    once = everything()
    assert "0 added, 5 already known" in run(app, "import", str(file))[1]
    load_places()
    assert everything() == once


def test_the_geonames_file_brings_villages_under_their_azerbaijani_names(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "AZ.txt"
    file.write_text("".join(map(geonames_line, GEONAMES_ROWS)), encoding="utf-8")
    for said in ("2 added, 1 already known, 0 not used", "0 added, 3 already known, 0 not used"):
        assert said in run(app, "import-geonames", str(file))[1]
    assert factories.settlement("Novoye Selo").rayon.name_az == "Sabirabad"
    assert factories.settlement("Qalaqayın").name_ru == "Галагаин"
    gone = factories.settlement("Gönə")
    assert (gone.rayon.name_az, gone.geonames_id) == ("Naxçıvan", 9100002)


def test_a_file_of_another_kind_is_refused_with_what_is_expected(app: Flask, tmp_path: Path) -> None:
    file = tmp_path / "other.csv"
    for content, expected in ((b"a,b\n1,2\n", "name_az"), (b"", "name_az"), (b"name_az,rayon\n\xff\xfe\n", "UTF-8")):
        file.write_bytes(content)
        code, said = run(app, "import", str(file))
        assert (code, expected in said) == (1, True), said
    file.write_text("name_az,rayon\nKənd,Atlantida\n", encoding="utf-8")
    assert run(app, "import", str(file))[0] == 1
    assert run(app, "import-geonames", str(file))[0] == 1


def geonames_line(short: str) -> str:
    head, alternates, lat, lon, feature, code, country, admin1 = short.split("|")
    number, _, name = head.partition(" ")
    cells = [number, name, name, alternates, lat, lon, feature, code, country, "", admin1, *[""] * 7, "2026-01-01"]
    return "\t".join(cells) + "\n"
