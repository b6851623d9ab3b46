"""When disk, database, printer or network fail: what happened, what is kept, what to try."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ui.wording import refusals_training, troubles_centre, troubles_network
from ui.wording.told import Told

_KEPT_RU, _KEPT_EN = "записанное раньше сохранено", "what was stored before is kept"

TROUBLES: Final[Mapping[str, Told]] = {
    **troubles_centre.TROUBLES,
    **troubles_network.TROUBLES,
    **refusals_training.TROUBLES,
    "disk.full": Told(
        "no room on the disk", f"На диске нет места: ничего не записано, {_KEPT_RU}. Освободите место и повторите.",
        f"The disk is full: nothing was stored, {_KEPT_EN}. Make room and try again.",
    ),
    "disk.readonly": Told(
        "the desk's folder may not be written to",
        f"В папку рабочего места нельзя писать; {_KEPT_RU}. Проверьте права на папку.",
        f"The desk’s folder may not be written to; {_KEPT_EN}. Check the rights of the folder.",
    ),
    "disk.io": Told(
        "the disk did not do its work",
        f"Диск не справился; {_KEPT_RU}. Перезапустите приложение и сделайте копию.",
        f"The disk failed; {_KEPT_EN}. Start the app again and make a backup.",
    ),
    "disk.failed": Told(
        "the disk did not do its work", f"Диск не справился; {_KEPT_RU}. Повторите.",
        f"The disk failed; {_KEPT_EN}. Try again.",
    ),
    "out.full": Told(
        "no room on the disk that a file was asked for on",
        f"На диске не хватило места для файла «{{file}}»: он не записан, {_KEPT_RU}. Освободите место или выберите "
        "другой диск.",
        f"There was no room on its disk for the file “{{file}}”: it was not written, {_KEPT_EN}. Make room, or choose "
        "another disk.",
    ),
    "out.readonly": Told(
        "a file was asked for where nothing may be written",
        f"Туда, где должен лечь файл «{{file}}», писать нельзя: он не записан, {_KEPT_RU}. Выберите другое место.",
        f"Nothing may be written where the file “{{file}}” was to lie: it was not written, {_KEPT_EN}. "
        "Choose another place.",
    ),
    "out.failed": Told(
        "the disk that a file was asked for on did not do its work",
        f"Файл «{{file}}» не записался, диск не справился; {_KEPT_RU}. Выберите другой диск.",
        f"The file “{{file}}” was not written, its disk failed; {_KEPT_EN}. Choose another disk.",
    ),
    "hand_over.full": Told(
        "no room on the disk for files of the hand-over",
        "На диске нет места: файлы для обмена с клиникой не записаны. Сама операция проведена; освободите место, "
        "и файлы запишутся сами.",
        "The disk is full: files for the hand-over were not written. The act itself is done; make room, and they are "
        "written by themselves.",
    ),
    "hand_over.readonly": Told(
        "the folder of the hand-over may not be written to",
        "В папку обмена нельзя писать. Сама операция проведена; проверьте права на папку, и файлы запишутся сами.",
        "The folder of the hand-over may not be written to. The act itself is done; check the rights of the folder, "
        "and the files are written by themselves.",
    ),
    "hand_over.failed": Told(
        "files of the hand-over could not be written",
        "Файлы для обмена не записались. Сама операция проведена; проверьте папку, и файлы запишутся сами.",
        "Files for the hand-over could not be written. The act itself is done; check the folder, and they "
        "are written by themselves.",
    ),
    "disk.open": Told(
        "the database or a file cannot be opened", "Файл рабочего места не открывается. Проверьте, что папка на месте.",
        "A file of the desk cannot be opened. Check that its folder is there.",
    ),
    "part.busy": Told(
        "another process makes the same file just now",
        "Файл «{file}» прямо сейчас делает другая команда. Дождитесь её или назовите другой файл.",
        "Another command makes “{file}” just now. Wait for it, or name another file.",
    ),
    "file.gone": Told(
        "a file that was chosen before cannot be read",
        "Файл[ «{name}»] не читается: его переместили, удалили или закрыли. Выберите его ещё раз.",
        "The file[ “{name}”] cannot be read: it was moved, deleted or closed. Choose it again.",
    ),
    "db.locked": Told(
        "another program holds the database",
        f"База занята другим приложением; {_KEPT_RU}. Закройте его и повторите.",
        f"Another program holds the database; {_KEPT_EN}. Close it and try again.",
    ),
    "db.second": Told(
        "the desk is open a second time", "Это рабочее место уже открыто на этом компьютере. Перейдите в то окно.",
        "This desk is open on this computer already. Go to that window.",
    ),
    "db.corrupt": Told(
        "the database is damaged", "База повреждена. Восстановите её из последней копии: tessera restore.",
        "The database is damaged. Restore the last backup: tessera restore.",
    ),
    "db.key": Told(
        "the key of the encrypted database is wrong or gone",
        "Ключ базы не подходит или потерян. Восстановите копию с ключом, записанным при настройке: "
        "tessera restore F --key.",
        "The key of the database is wrong or gone. Restore a backup with the key written down at set-up: "
        "tessera restore F --key.",
    ),
    "db.newer": Told(
        "a newer app wrote the database", "Базу записала более новая версия приложения. Обновите приложение.",
        "A newer app wrote this database. Update this one.",
    ),
    "db.sqlite": Told(
        "the database library is too old",
        "Библиотека базы слишком старая, нужна от {least}. Переустановите приложение.",
        "The database library is too old, it takes {least} or newer. Install the app again.",
    ),
    "db.exists": Told(
        "there is a desk in this folder already", "В этой папке уже есть рабочее место; выберите другую.",
        "There is a desk in this folder already; choose another one.",
    ),
    "db.missing": Told(
        "no desk in this folder",
        "В этой папке нет рабочего места. Настройте его (tessera program publish P.toml) или откройте демо-клинику: "
        "tessera demo.",
        "There is no desk in this folder. Set one up (tessera program publish P.toml), or open the demo clinic: "
        "tessera demo.",
    ),
    "chain.broken": Told(
        "the log of acts was changed from outside",
        "Журнал действий изменён извне[ (место {stream}, запись {seq})]. Ничего не удаляйте и восстановите копию.",
        "The log of acts was changed from outside[ (desk {stream}, entry {seq})]. Delete nothing and restore a backup.",
    ),
    "chain.gap": Told(
        "acts are missing in the log",
        "В журнале не хватает действий[ (место {stream}, запись {seq})]. Восстановите копию.",
        "Acts are missing in the log[ (desk {stream}, entry {seq})]. Restore a backup.",
    ),
    "chain.fork": Told(
        "one desk was copied and worked twice",
        "Рабочее место скопировали, и работают оба[ (место {stream}, запись {seq})]. "
        "Оставьте одно и сообщите управляющему.",
        "This desk was copied and both have worked since[ (desk {stream}, entry {seq})]. "
        "Keep one and tell the manager.",
    ),
    "backup.bad": Told(
        "a backup that does not hold",
        "Копия[ «{file}»] негодна. Текущая база не тронута; возьмите другую копию.",
        "The backup[ “{file}”] does not hold. The database is untouched; take another one.",
    ),
    "backup.key": Told(
        "a file that is either no backup, or one under another key",
        "Ключ к файлу[ «{file}»] не подходит: либо это копия другого рабочего места, либо вовсе не копия Tessera. "
        "Укажите ключ того места (--key) или возьмите другой файл.",
        "No key here opens[ “{file}”]: either it is the backup of another desk, or no backup of Tessera at all. "
        "Give that desk’s key (--key) or take another file.",
    ),
    "logo.huge": Told(
        "the clinic's logo is too large to be printed", "Файл логотипа слишком большой. Уменьшите его в настройках.",
        "The logo’s file is too large. Put a smaller one into the settings.",
    ),
    "logo.broken": Told(
        "the clinic's logo cannot be drawn", "Логотип не читается. Сохраните его заново простым рисунком.",
        "The logo cannot be drawn. Save it anew as a plain picture.",
    ),
    "print.no_printer": Told(
        "no printer is chosen, or it is gone", "Принтер не выбран или отключён. Лист ждёт в списке; выберите принтер.",
        "No printer is chosen, or it is gone. The sheet waits in the list; choose a printer.",
    ),
    "print.failed": Told(
        "the printer takes no job", "Принтер не принял задание. Лист ждёт в списке; проверьте бумагу и повторите.",
        "The printer took no job. The sheet waits in the list; check the paper and try again.",
    ),
    "sheet.failed": Told(
        "a sheet cannot be drawn for a reason nobody foresaw",
        "Лист не получился. Выберите другой размер или другой лист; отчёт об ошибке записан.",
        "The sheet could not be drawn. Take another size or another sheet; a report of the fault is kept.",
    ),
    "print.not_kept": Told(
        "a sheet that was not printed cannot be written down either",
        "Лист не напечатан, и записать его не удалось. Сохраните его как PDF в другую папку.",
        "The sheet is not printed, and could not be written down. Save it as a PDF in another folder.",
    ),
    "print.unreadable": Told(
        "a sheet that cannot be opened", "Лист не открывается. Составьте его заново.",
        "The sheet cannot be opened. Make it again.",
    ),
}  # fmt: skip
