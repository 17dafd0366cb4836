"""Economic region > rayon or city > settlement: names in three languages, coordinates where a source has them."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from crm.db import Id, enum_type
from crm.extensions import Model
from crm.places.enums import RayonKind, SettlementKind


class EconomicRegion(Id, Model):
    __tablename__ = "economic_regions"

    name_az: Mapped[str] = mapped_column(String(100), unique=True)
    name_ru: Mapped[str] = mapped_column(String(100))
    name_en: Mapped[str] = mapped_column(String(100))


class Rayon(Id, Model):
    """A rayon or a city of the same rank. Borders and names change: hence the dates; ISO codes lag: hence the null."""

    __tablename__ = "rayons"

    region_id: Mapped[int] = mapped_column(ForeignKey("economic_regions.id"), index=True)
    iso_code: Mapped[str | None] = mapped_column(String(10), unique=True)
    kind: Mapped[RayonKind] = mapped_column(enum_type(RayonKind, "kind"))
    name_az: Mapped[str] = mapped_column(String(100))
    name_ru: Mapped[str] = mapped_column(String(100))
    name_en: Mapped[str] = mapped_column(String(100))
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    search_text: Mapped[str] = mapped_column(String(500))
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]

    region: Mapped[EconomicRegion] = relationship()


class Settlement(Id, Model):
    """A city, town or village. `search_text` holds every folded name, old and Russian ones too, between bars."""

    __tablename__ = "settlements"
    __table_args__ = (
        UniqueConstraint("rayon_id", "name_az"),
        CheckConstraint("(lat IS NULL) = (lon IS NULL)", name="both_coordinates_or_none"),
    )

    rayon_id: Mapped[int] = mapped_column(ForeignKey("rayons.id"), index=True)
    kind: Mapped[SettlementKind] = mapped_column(enum_type(SettlementKind, "kind"), default=SettlementKind.VILLAGE)
    name_az: Mapped[str] = mapped_column(String(100))
    name_ru: Mapped[str] = mapped_column(String(100), default="")
    name_en: Mapped[str] = mapped_column(String(100), default="")
    alternates: Mapped[str] = mapped_column(String(1000), default="")
    search_text: Mapped[str] = mapped_column(String(2000))
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    population: Mapped[int | None]
    geonames_id: Mapped[int | None] = mapped_column(unique=True)
    source: Mapped[str] = mapped_column(String(100), default="")

    rayon: Mapped[Rayon] = relationship()

    @property
    def point(self) -> tuple[float, float] | None:
        """(latitude, longitude) in degrees, or None where no source gave it."""
        return None if self.lat is None or self.lon is None else (self.lat, self.lon)
