"""What the form says of discounts that meet, of people with a right to one, and of what takes no part."""

from collections.abc import Mapping
from typing import Final

from ui.wording.program_form.words import FieldWords, says

FIELDS: Final[Mapping[str, FieldWords]] = {
    "stacking.order": says(
        ("Какая скидка действует?", "Which discount wins?"),
        (
            "Лучшая для пациента, или первая по порядку в программе.",
            "The one that is best for the patient, or the first one declared.",
        ),
        (
            "«Не суммируется» говорят 31 из 138 программ, и 29 из них не говорят, какая действует.",
            "31 of 138 programs say “not combined”, and 29 of them do not say which one wins.",
        ),
        best_for_patient=("лучшая для пациента", "best for the patient"),
        declared=("первая по порядку", "the first declared"),
    ),
    "stacking.max_total_discount": says(
        ("Не больше скольких процентов всего?", "Ceiling over all discounts, percent"),
        (
            "Потолок всех скидок на строку вместе; 100 — без потолка.",
            "All discounts of a line together; 100: no ceiling.",
        ),
        (
            "Наибольшая скидка: 10 % — у 16 программ, 20–30 % — у 10, 13–15 % — у 8, 5–7 % — у 8.",
            "The top discount: 10% in 16 programs, 20–30% in 10, 13–15% in 8, 5–7% in 8.",
        ),
    ),
    "groups": says(
        ("Категории людей", "Groups of people"),
        ("Скидка тем, кто показал документ.", "A discount for those who show a document."),
        (
            "У 7 программ: ветераны, инвалиды, пенсионеры, многодетные, беременные, медики.",
            "In 7 programs: veterans, disabled people, pensioners, large families, pregnant women, medical workers.",
        ),
    ),
    "groups.code": says(("Код", "Code"), ("Короткое имя латиницей.", "A short name.")),
    "groups.name": says(
        ("Кто это?", "Who are they?"),
        ("Так льгота названа на кассе и в листовке.", "The desk and the leaflet call them so."),
    ),
    "groups.document": says(
        ("Какой документ показывают?", "Which document do they show?"),
        ("Документ называет листовка.", "The leaflet names it."),
    ),
    "groups.valid": says(
        ("Сколько действует показанный документ?", "How long is a shown document good?"),
        (
            "Срок, после которого документ просят снова; пусто — всегда.",
            "After it the document is asked for again; empty: always.",
        ),
    ),
    "groups.discount": says(
        ("Скидка, %", "Discount, percent"),
        ("На все услуги, где нет своей.", "On every service that has none of its own."),
    ),
    "groups.by_category": says(
        ("Своя скидка на виды услуг, %", "Other discounts for categories, percent"),
        ("Пусто — как на всё.", "Empty: as for all."),
    ),
    "stacking.excluded_services": says(
        ("Услуги без любых скидок", "Services without discounts of any kind"),
        (
            "Список из прейскуранта, а не слова «некоторые услуги».",
            "A list from the price list, never “some services”.",
        ),
        (
            "Названные услуги исключены у 8 программ, товары — у 9.",
            "8 programs leave out named services, 9 leave out goods.",
        ),
    ),
    "earn.excluded_services": says(
        ("Услуги, за которые не начисляется", "Services that never earn"),
        ("Список из прейскуранта.", "A list from the price list."),
    ),
    "redeem.excluded_services": says(
        ("Услуги, которые нельзя оплатить баллами", "Services that units never pay"),
        ("Список из прейскуранта.", "A list from the price list."),
    ),
    "categories": says(
        ("Виды услуг", "Kinds of service"),
        ("Каждую услугу прейскурант относит к одному виду.", "The price list maps each service to one of them."),
    ),
    "levels.steps": says(
        ("Уровни", "Levels"),
        (
            "Один уровень — одна ставка для всех; первый начинается с 0.",
            "One level is one rate for all; the first begins at 0.",
        ),
        (
            "Уровней: 3 — у 14 программ, 4 — у 6, 6 — у 3. Ставки чаще всего от 3–5 % до 5–10 %.",
            "Levels: 3 in 14 programs, 4 in 6, 6 in 3. Rates mostly begin at 3–5% and end at 5–10%.",
        ),
    ),
    "promotions": says(
        ("Акции", "Promotions"),
        (
            "У каждой одно действие и условия; ни одна не касается услуг по показаниям.",
            "Each has one effect and conditions; none may target urgent care.",
        ),
    ),
}
