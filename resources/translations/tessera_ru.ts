<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>A certificate pays the line</source>
        <translation>Строку оплачивает сертификат</translation>
    </message>
    <message>
        <source>A deposit pays the line</source>
        <translation>Строку оплачивает депозит</translation>
    </message>
    <message>
        <source>Add a promotion of this branch, within the limits of the network</source>
        <translation>Добавить акцию этого филиала в границах, которые задала сеть</translation>
    </message>
    <message>
        <source>Add a rule</source>
        <translation>Добавить правило</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Добавить</translation>
    </message>
    <message>
        <source>All keys</source>
        <translation>Все клавиши</translation>
    </message>
    <message>
        <source>Allow nothing</source>
        <translation>Ничего не разрешать</translation>
    </message>
    <message>
        <source>Announce</source>
        <translation>Объявить</translation>
    </message>
    <message>
        <source>Announce that the program ends on this day</source>
        <translation>Объявить, что в этот день программа заканчивается</translation>
    </message>
    <message>
        <source>Announce the last day of the program, or take that back</source>
        <translation>Объявить окончание программы или отменить его</translation>
    </message>
    <message>
        <source>Announce this version: the desks say so from today on</source>
        <translation>Объявить эту редакцию: с сегодняшнего дня о ней говорят на стойке</translation>
    </message>
    <message>
        <source>Announce…</source>
        <translation>Объявить…</translation>
    </message>
    <message>
        <source>Another quiz of the same rules: no question comes twice</source>
        <translation>Другие вопросы о тех же правилах: ни один не повторяется</translation>
    </message>
    <message>
        <source>Answer an objection</source>
        <translation>Ответить на возражение</translation>
    </message>
    <message>
        <source>As a file</source>
        <translation>В файл</translation>
    </message>
    <message>
        <source>Back to the draft in the editor</source>
        <translation>Вернуться к черновику в редакторе</translation>
    </message>
    <message>
        <source>Back to training</source>
        <translation>К обучению</translation>
    </message>
    <message>
        <source>Back to what is left to do</source>
        <translation>Обратно к тому, что осталось</translation>
    </message>
    <message>
        <source>Begin a draft with the rules of the highlighted version</source>
        <translation>Начать черновик с правилами выделенной редакции</translation>
    </message>
    <message>
        <source>Begin a program: empty, from a preset, or from the one in force</source>
        <translation>Начать программу: пустую, по образцу или с действующей</translation>
    </message>
    <message>
        <source>Begin anew</source>
        <translation>Начать заново</translation>
    </message>
    <message>
        <source>Begin with…</source>
        <translation>С чего начать…</translation>
    </message>
    <message>
        <source>Between the rules in force and those announced</source>
        <translation>Между правилами, которые действуют, и объявленными</translation>
    </message>
    <message>
        <source>Bills that wait: Enter opens one, Del forgets it</source>
        <translation>Отложенные счета: Enter открывает, Del удаляет</translation>
    </message>
    <message>
        <source>Block</source>
        <translation>Блокировать</translation>
    </message>
    <message>
        <source>Block a lost card; the account stays as it is</source>
        <translation>Заблокировать утерянную карту; баланс остаётся прежним</translation>
    </message>
    <message>
        <source>Block the card for the chosen reason; the account stays as it is</source>
        <translation>Заблокировать карту по указанной причине; баланс остаётся прежним</translation>
    </message>
    <message>
        <source>Branches add nothing any more; what they added stays to its last day</source>
        <translation>Филиалы больше ничего не добавляют; добавленное действует до своего последнего дня</translation>
    </message>
    <message>
        <source>Bring back the draft that was deleted last</source>
        <translation>Вернуть черновик, удалённый последним</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Cards of the patient: print one, give another one, block a lost one</source>
        <translation>Карты пациента: напечатать, выдать другую, заблокировать утерянную</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Change pieces, price and payer of the highlighted line</source>
        <translation>Изменить количество, цену и плательщика выделенной строки</translation>
    </message>
    <message>
        <source>Change the draft as the highlighted finding proposes</source>
        <translation>Изменить черновик так, как предлагает выделенное замечание</translation>
    </message>
    <message>
        <source>Change what is kept of the patient: contacts, consents, groups</source>
        <translation>Изменить данные пациента: контакты, согласия, льготы</translation>
    </message>
    <message>
        <source>Cheat card</source>
        <translation>Карта-подсказка</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Choose the first day of this version and whom it is told</source>
        <translation>Выбрать первый день этой редакции и кому о ней сказать</translation>
    </message>
    <message>
        <source>Choose what this program begins with; it can be undone</source>
        <translation>Выбрать, с чего начинается программа; это можно отменить</translation>
    </message>
    <message>
        <source>Confirm the return that is shown</source>
        <translation>Подтвердить показанный возврат</translation>
    </message>
    <message>
        <source>Copy the receipt’s positions for the cash register</source>
        <translation>Скопировать позиции квитанции для кассы</translation>
    </message>
    <message>
        <source>Copy the split</source>
        <translation>Копировать позиции</translation>
    </message>
    <message>
        <source>Count the branch without the highlighted person; who learns on counts</source>
        <translation>Считать филиал без выбранного человека; кто учится дальше, считается</translation>
    </message>
    <message>
        <source>Count the three marks; nobody can tell whose they were</source>
        <translation>Учесть три оценки; чьи они, не узнает никто</translation>
    </message>
    <message>
        <source>Cover everything about patients while you are away</source>
        <translation>Закрыть данные пациентов, пока вас нет на месте</translation>
    </message>
    <message>
        <source>Delete the draft</source>
        <translation>Удалить черновик</translation>
    </message>
    <message>
        <source>Delete the highlighted draft; F8 brings it back</source>
        <translation>Удалить выделенный черновик; F8 вернёт его</translation>
    </message>
    <message>
        <source>Desks are informed</source>
        <translation>Регистратуры знают</translation>
    </message>
    <message>
        <source>Do not end it</source>
        <translation>Не заканчивать</translation>
    </message>
    <message>
        <source>Eight questions, each answer told at once with its reason</source>
        <translation>Восемь вопросов; ответ сразу и с объяснением</translation>
    </message>
    <message>
        <source>End it</source>
        <translation>Закончить</translation>
    </message>
    <message>
        <source>End the highlighted rule of this branch before its last day</source>
        <translation>Закончить выделенное правило этого филиала раньше его последнего дня</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>Закончить программу</translation>
    </message>
    <message>
        <source>End the program…</source>
        <translation>Закончить программу…</translation>
    </message>
    <message>
        <source>End the rule as soon as the notice allows</source>
        <translation>Закончить правило, как только позволит срок предупреждения</translation>
    </message>
    <message>
        <source>End the rule…</source>
        <translation>Закончить правило…</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Every key of this screen on one page</source>
        <translation>Все клавиши этого экрана на одной странице</translation>
    </message>
    <message>
        <source>Explain every sum, and why not otherwise: for the desk and for the patient</source>
        <translation>Объяснить каждую сумму и почему не иначе — вам и пациенту</translation>
    </message>
    <message>
        <source>Find a patient by surname, phone, card or birth date, from anywhere</source>
        <translation>Найти пациента по фамилии, телефону, карте или дате рождения с любого экрана</translation>
    </message>
    <message>
        <source>For managers: who is ready, what is misunderstood, objections</source>
        <translation>Для управляющего: кто готов, что непонятно, возражения</translation>
    </message>
    <message>
        <source>From hints to steps, then leave the room to the desk, then the story again</source>
        <translation>От подсказок к шагам, затем уступить место приёму, затем снова история</translation>
    </message>
    <message>
        <source>Further down</source>
        <translation>Ниже</translation>
    </message>
    <message>
        <source>Give another card for the chosen reason; the one before opens nothing any more</source>
        <translation>Выдать другую карту по указанной причине; прежняя перестанет действовать</translation>
    </message>
    <message>
        <source>Give another card; the one before opens nothing any more</source>
        <translation>Выдать другую карту; прежняя перестанет действовать</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Give the answer</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Go on with the highlighted draft</source>
        <translation>Продолжить выделенный черновик</translation>
    </message>
    <message>
        <source>Go round the parts of the screen without the mouse</source>
        <translation>Переходить по частям экрана без мыши</translation>
    </message>
    <message>
        <source>Go to the check-up, the leaflet and the worked bill, and back</source>
        <translation>К проверке, листовке и счёту на примере — и обратно</translation>
    </message>
    <message>
        <source>Go to the next question that needs an answer, or has a wrong one</source>
        <translation>Перейти к следующему вопросу без ответа или с ошибкой</translation>
    </message>
    <message>
        <source>Go to this room</source>
        <translation>Перейти в этот раздел</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>I have looked at the highlighted case; my name is kept with it</source>
        <translation>Выделенный случай просмотрен; имя сохранится рядом с ним</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Оформить участие</translation>
    </message>
    <message>
        <source>Keep the records of training on this computer alone again</source>
        <translation>Снова хранить записи об обучении только на этом компьютере</translation>
    </message>
    <message>
        <source>Keep the sheet that is shown as a file in the chosen folder</source>
        <translation>Сохранить показанный лист файлом в выбранную папку</translation>
    </message>
    <message>
        <source>Keep who is ready in a folder that the desks of the branch share</source>
        <translation>Хранить, кто готов, в общей папке филиала</translation>
    </message>
    <message>
        <source>Leave without an answer; it is not asked again for this version</source>
        <translation>Выйти без ответа; об этой редакции больше не спросят</translation>
    </message>
    <message>
        <source>Let all desks know what branches may add</source>
        <translation>Сообщить всем рабочим местам, что филиалы могут добавлять</translation>
    </message>
    <message>
        <source>Let the open bill wait, and serve somebody else</source>
        <translation>Отложить открытый счёт и обслужить другого пациента</translation>
    </message>
    <message>
        <source>Limits…</source>
        <translation>Границы…</translation>
    </message>
    <message>
        <source>Line</source>
        <translation>Строка</translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation>Заблокировать экран</translation>
    </message>
    <message>
        <source>Make again what was taken back</source>
        <translation>Вернуть отменённое</translation>
    </message>
    <message>
        <source>Make the patient on screen a member of the program</source>
        <translation>Сделать пациента участником программы</translation>
    </message>
    <message>
        <source>Make the two records one; in the patient’s form they can be parted again</source>
        <translation>Объединить две карточки; в форме пациента их можно разъединить снова</translation>
    </message>
    <message>
        <source>Make this practice desk as it was on the first day</source>
        <translation>Вернуть учебное место к первому дню</translation>
    </message>
    <message>
        <source>Messages went out</source>
        <translation>Сообщения отправлены</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Связь</translation>
    </message>
    <message>
        <source>New card</source>
        <translation>Новая карта</translation>
    </message>
    <message>
        <source>New draft from it</source>
        <translation>Черновик из неё</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Новый пациент</translation>
    </message>
    <message>
        <source>New program</source>
        <translation>Новая программа</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Дальше</translation>
    </message>
    <message>
        <source>Next lesson</source>
        <translation>Следующий урок</translation>
    </message>
    <message>
        <source>Next open</source>
        <translation>Где нет ответа</translation>
    </message>
    <message>
        <source>Next part</source>
        <translation>Следующая часть</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Следующий вопрос</translation>
    </message>
    <message>
        <source>Note in the diary that staff at the desks know of this version</source>
        <translation>Записать в дневник, что сотрудники стоек знают об этой редакции</translation>
    </message>
    <message>
        <source>Note that everybody of this list was written to</source>
        <translation>Отметить, что всем из этого списка написали</translation>
    </message>
    <message>
        <source>Note that the highlighted patient was told of the new rules</source>
        <translation>Отметить, что выделенному пациенту рассказали о новых правилах</translation>
    </message>
    <message>
        <source>Note that the patient was asked and the contact holds</source>
        <translation>Отметить, что пациента спросили и телефон прежний</translation>
    </message>
    <message>
        <source>Note that the patient was told what changes, and from which day</source>
        <translation>Отметить, что пациенту рассказали, что изменится и с какого дня</translation>
    </message>
    <message>
        <source>Note that the patient was told what lapses when: nothing lapses unwarned</source>
        <translation>Отметить, что пациенту сказали, что и когда сгорит: без предупреждения ничего не сгорает</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>Возразить</translation>
    </message>
    <message>
        <source>On to the next lesson, once this one is done</source>
        <translation>К следующему уроку, когда этот пройден</translation>
    </message>
    <message>
        <source>Once more</source>
        <translation>Заново</translation>
    </message>
    <message>
        <source>One back</source>
        <translation>Назад</translation>
    </message>
    <message>
        <source>One hint more for this step of the lesson</source>
        <translation>Ещё одна подсказка к этому шагу урока</translation>
    </message>
    <message>
        <source>One person</source>
        <translation>Один человек</translation>
    </message>
    <message>
        <source>Open in the editor</source>
        <translation>Открыть в редакторе</translation>
    </message>
    <message>
        <source>Open the figure</source>
        <translation>Раскрыть</translation>
    </message>
    <message>
        <source>Other questions</source>
        <translation>Другие вопросы</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Оплачено</translation>
    </message>
    <message>
        <source>Paid out</source>
        <translation>Выдано</translation>
    </message>
    <message>
        <source>Patients who were told of the end, and who were not</source>
        <translation>Кому рассказали об окончании программы, а кому ещё нет</translation>
    </message>
    <message>
        <source>Patients who were told of the highlighted version, and who were not</source>
        <translation>Кому рассказали о выделенной редакции, а кому ещё нет</translation>
    </message>
    <message>
        <source>Practice desk</source>
        <translation>Учебное место</translation>
    </message>
    <message>
        <source>Previous question</source>
        <translation>Предыдущий вопрос</translation>
    </message>
    <message>
        <source>Price the bills of these days under the draft</source>
        <translation>Посчитать счета этих дней по черновику</translation>
    </message>
    <message>
        <source>Print</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Print card</source>
        <translation>Печать карты</translation>
    </message>
    <message>
        <source>Print the card that opens the account, on plastic or on paper</source>
        <translation>Напечатать действующую карту: на пластике или на бумаге</translation>
    </message>
    <message>
        <source>Print the desk card: the answers to say, and every key</source>
        <translation>Напечатать карту рабочего места: что отвечать и все клавиши</translation>
    </message>
    <message>
        <source>Print the leaflet for patients: what this version changes</source>
        <translation>Напечатать листовку для пациентов: что меняет эта редакция</translation>
    </message>
    <message>
        <source>Print the sheet that is shown on the printer of its kind</source>
        <translation>Напечатать показанный лист на принтере для листов этого вида</translation>
    </message>
    <message>
        <source>Print “What changed”</source>
        <translation>Листовка «Что изменилось»</translation>
    </message>
    <message>
        <source>Put a line back, take a tie back, try again: the message names its key</source>
        <translation>Вернуть строку, отменить связь, повторить: клавишу называет само сообщение</translation>
    </message>
    <message>
        <source>Put in force</source>
        <translation>Ввести в действие</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>Put the first program of the clinic in force from today</source>
        <translation>Ввести первую программу клиники в действие с сегодняшнего дня</translation>
    </message>
    <message>
        <source>Put this rule in force in this branch</source>
        <translation>Ввести это правило в этом филиале</translation>
    </message>
    <message>
        <source>Questions about the rules</source>
        <translation>Вопросы о правилах</translation>
    </message>
    <message>
        <source>Rather not</source>
        <translation>Не отвечать</translation>
    </message>
    <message>
        <source>Read and agreed</source>
        <translation>Прочитано, принимаю</translation>
    </message>
    <message>
        <source>Read on where the story or the hints go on below, then from the top again</source>
        <translation>Читать дальше там, где история или подсказки продолжаются ниже, потом снова с начала</translation>
    </message>
    <message>
        <source>Receipts of the patient, and what of them comes back</source>
        <translation>Квитанции пациента и возвраты по ним</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Rehearse</source>
        <translation>Примерить</translation>
    </message>
    <message>
        <source>Returns</source>
        <translation>Возврат</translation>
    </message>
    <message>
        <source>Rules of branches</source>
        <translation>Правила филиалов</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Сохранить</translation>
    </message>
    <message>
        <source>Save the form: everything at once, and only once</source>
        <translation>Сохранить анкету целиком и один раз</translation>
    </message>
    <message>
        <source>Say what branches may add to the program</source>
        <translation>Сказать, что филиалы могут добавлять к программе</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Просмотрено</translation>
    </message>
    <message>
        <source>Send and fetch now</source>
        <translation>Обмен с центром</translation>
    </message>
    <message>
        <source>Send what waits and fetch what is new</source>
        <translation>Отправить то, что ждёт, и получить новое</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>Отложить</translation>
    </message>
    <message>
        <source>Set these limits</source>
        <translation>Задать эти границы</translation>
    </message>
    <message>
        <source>Shared folder…</source>
        <translation>Общая папка…</translation>
    </message>
    <message>
        <source>Show and print the slip of the receipt</source>
        <translation>Показать и напечатать квитанцию</translation>
    </message>
    <message>
        <source>Show the patients or bills that the highlighted figure is made of</source>
        <translation>Показать пациентов или счета, из которых сложилось выделенное число</translation>
    </message>
    <message>
        <source>Show the sum of the highlighted receipt of today; again: undo it whole</source>
        <translation>Показать сумму выделенной сегодняшней квитанции; ещё раз — отменить её целиком</translation>
    </message>
    <message>
        <source>Slip</source>
        <translation>Квитанция</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Пробел</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>История</translation>
    </message>
    <message>
        <source>Take back the last change of the program</source>
        <translation>Отменить последнее изменение программы</translation>
    </message>
    <message>
        <source>Take the announced end of the program back</source>
        <translation>Отменить объявленное окончание программы</translation>
    </message>
    <message>
        <source>Take the announced version back before its first day</source>
        <translation>Отозвать объявленную редакцию до её первого дня</translation>
    </message>
    <message>
        <source>Take the last receipt of today back; its bill is open again</source>
        <translation>Отменить последнюю сегодняшнюю квитанцию; её счёт снова открыт</translation>
    </message>
    <message>
        <source>Ten questions of patients, with the answer to say aloud</source>
        <translation>Десять вопросов пациентов и что ответить вслух</translation>
    </message>
    <message>
        <source>The employer pays the line</source>
        <translation>Строку оплачивает работодатель</translation>
    </message>
    <message>
        <source>The insurer pays the line</source>
        <translation>Строку оплачивает страховая</translation>
    </message>
    <message>
        <source>The money owed for units that were spent later is in the patient’s hands</source>
        <translation>Отдать пациенту деньги за списанное позже, когда появилась связь</translation>
    </message>
    <message>
        <source>The next question, once this one is answered: Enter does the same</source>
        <translation>Следующий вопрос, когда на этот ответили; то же делает Enter</translation>
    </message>
    <message>
        <source>The next thing patients ask, and what to say</source>
        <translation>Что ещё спрашивают и что на это сказать</translation>
    </message>
    <message>
        <source>The other version</source>
        <translation>Другая редакция</translation>
    </message>
    <message>
        <source>The patient has paid: write the receipt</source>
        <translation>Пациент оплатил: записать квитанцию</translation>
    </message>
    <message>
        <source>The patient pays the line</source>
        <translation>Строку оплачивает пациент</translation>
    </message>
    <message>
        <source>The phone is still theirs</source>
        <translation>Телефон прежний</translation>
    </message>
    <message>
        <source>The question before</source>
        <translation>Предыдущий вопрос</translation>
    </message>
    <message>
        <source>The rules</source>
        <translation>Правила</translation>
    </message>
    <message>
        <source>The state pays the line</source>
        <translation>Строку оплачивает ОМС</translation>
    </message>
    <message>
        <source>The story once more with other people, at an empty desk</source>
        <translation>История ещё раз, с другими людьми и с чистого места</translation>
    </message>
    <message>
        <source>This computer alone</source>
        <translation>Только этот компьютер</translation>
    </message>
    <message>
        <source>To the draft</source>
        <translation>К черновику</translation>
    </message>
    <message>
        <source>To the field for the answer; again: the next objection</source>
        <translation>К полю для ответа; ещё раз — следующее возражение</translation>
    </message>
    <message>
        <source>To the practice desk, where nothing is real, and back again</source>
        <translation>К учебному месту, где всё понарошку, и обратно</translation>
    </message>
    <message>
        <source>Told of it</source>
        <translation>Рассказано</translation>
    </message>
    <message>
        <source>Told what lapses</source>
        <translation>Предупредили</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Undo all</source>
        <translation>Отменить целиком</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>Списание</translation>
    </message>
    <message>
        <source>Units, rewards, coupons and discounts by hand; again: all units possible</source>
        <translation>Списание, награды, купоны и скидка вручную; ещё раз — списать всё, что можно</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Отложенные</translation>
    </message>
    <message>
        <source>Was told</source>
        <translation>Рассказали</translation>
    </message>
    <message>
        <source>What a branch may add to the program, and what it has added</source>
        <translation>Что филиал может добавить к программе и что уже добавил</translation>
    </message>
    <message>
        <source>What a version changes: read and agree, or object</source>
        <translation>Что меняет редакция: прочитать и согласиться или возразить</translation>
    </message>
    <message>
        <source>What last year’s bills would have cost under this program</source>
        <translation>Во что обошлись бы счета прошлого года по этой программе</translation>
    </message>
    <message>
        <source>What patients ask</source>
        <translation>Что спрашивают</translation>
    </message>
    <message>
        <source>What the message offers</source>
        <translation>Что предлагает сообщение</translation>
    </message>
    <message>
        <source>What waits to be sent, since when, and how the line is</source>
        <translation>Что ждёт отправки, с какого времени и есть ли связь</translation>
    </message>
    <message>
        <source>Who is ready</source>
        <translation>Кто готов</translation>
    </message>
    <message>
        <source>Who was told</source>
        <translation>Кому рассказали</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Отозвать</translation>
    </message>
    <message>
        <source>Withdraw…</source>
        <translation>Отозвать…</translation>
    </message>
    <message>
        <source>Works here no more</source>
        <translation>Больше не работает</translation>
    </message>
    <message>
        <source>Write down a patient who is here for the first time</source>
        <translation>Записать пациента, который пришёл впервые</translation>
    </message>
    <message>
        <source>Write the program as a TOML file</source>
        <translation>Записать программу в файл TOML</translation>
    </message>
    <message>
        <source>Write this list as a table that other programs open</source>
        <translation>Записать этот список таблицей, которую откроют другие программы</translation>
    </message>
    <message>
        <source>Write what is wrong with it; Enter sends it to the program’s owner</source>
        <translation>Написать, что в ней не так; Enter передаст это владельцу программы</translation>
    </message>
    <message>
        <source>You have read this version and agree with it</source>
        <translation>Вы прочитали эту редакцию и согласны с ней</translation>
    </message>
</context>
<context>
    <name>Announcing</name>
    <message>
        <source>It holds from today on and cannot be withdrawn then.</source>
        <translation>Она действует с сегодняшнего дня, и отозвать её уже нельзя.</translation>
    </message>
    <message>
        <source>It may begin on {day} at the soonest.</source>
        <translation>Начать можно не раньше {day}.</translation>
    </message>
    <message>
        <source>Mend what it found, or write why it may stay.</source>
        <translation>Исправьте найденное или напишите, почему так надо.</translation>
    </message>
    <message>
        <source>Nobody hears of it before F9; what you type is kept at once.</source>
        <translation>До F9 об этом никто не узнает; набранное сохраняется сразу.</translation>
    </message>
    <message>
        <source>Nothing is taken away, so it may begin at once.</source>
        <translation>Ни у кого ничего не отнимают, начать можно сразу.</translation>
    </message>
    <message>
        <source>Nothing was announced; the draft is kept.</source>
        <translation>Ничего не объявлено, черновик сохранён.</translation>
    </message>
    <message>
        <source>Only {ready} of {staff} at the desks know the new rules; four of five should know them by then.</source>
        <translation>Новые правила знают {ready} из {staff} сотрудников стоек; к первому дню должны знать четверо из пяти.</translation>
    </message>
    <message>
        <source>Press {key} once more, and they hold.</source>
        <translation>Нажмите {key} ещё раз, и они вступят в силу.</translation>
    </message>
    <message>
        <source>Print the leaflet</source>
        <translation>Напечатать листовку</translation>
    </message>
    <message numerus="yes">
        <source>Something is taken away, so patients hear of it %n day(s) before: {day} at the soonest.</source>
        <translation>
            <numerusform>Кое-что становится хуже, поэтому пациентов предупреждают за %n день: не раньше {day}.</numerusform>
            <numerusform>Кое-что становится хуже, поэтому пациентов предупреждают за %n дня: не раньше {day}.</numerusform>
            <numerusform>Кое-что становится хуже, поэтому пациентов предупреждают за %n дней: не раньше {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>The check-up is not answered yet.</source>
        <translation>На замечания проверки ещё не ответили.</translation>
    </message>
    <message>
        <source>The first version may begin at once.</source>
        <translation>Первая редакция может начаться сразу.</translation>
    </message>
    <message>
        <source>The old rules hold until then; F4 in the list withdraws it until {last}.</source>
        <translation>До тех пор действуют прежние правила; отозвать её можно до {last} включительно клавишей F4 в списке.</translation>
    </message>
    <message>
        <source>These rules hold from today on and cannot be withdrawn.</source>
        <translation>Эти правила вступят в силу сегодня, и отозвать их будет нельзя.</translation>
    </message>
    <message>
        <source>Until then it can be withdrawn, and the old rules hold.</source>
        <translation>До тех пор её можно отозвать, и действуют прежние правила.</translation>
    </message>
    <message>
        <source>Version {number} is announced already; this one replaces it on {day} at the soonest.</source>
        <translation>Уже объявлена редакция {number}; эта сменит её не раньше {day}.</translation>
    </message>
    <message>
        <source>Version {number} is announced and begins on {day}.</source>
        <translation>Редакция {number} объявлена и начнёт действовать {day}.</translation>
    </message>
    <message>
        <source>Version {number} is in force from today.</source>
        <translation>Редакция {number} действует с сегодняшнего дня.</translation>
    </message>
</context>
<context>
    <name>AnnouncingView</name>
    <message numerus="yes">
        <source>%n finding(s) of the check-up need an answer. Enter leads to the place.</source>
        <translation>
            <numerusform>%n замечание проверки ждёт ответа. Enter ведёт к месту.</numerusform>
            <numerusform>%n замечания проверки ждут ответа. Enter ведёт к месту.</numerusform>
            <numerusform>%n замечаний проверки ждут ответа. Enter ведёт к месту.</numerusform>
        </translation>
    </message>
    <message>
        <source>A day is written like this: 31.01.2027.</source>
        <translation>День пишут так: 31.01.2027.</translation>
    </message>
    <message>
        <source>Enter leads to the question that needs an answer.</source>
        <translation>Enter ведёт к вопросу, на который нужно ответить.</translation>
    </message>
    <message>
        <source>Esc leads back to the list.</source>
        <translation>Esc возвращает к списку.</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>Объяснено</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Первый день</translation>
    </message>
    <message>
        <source>It could not be looked at; nothing is lost. F4 leads to the draft.</source>
        <translation>Посмотреть не удалось; ничего не потеряно. F4 ведёт к черновику.</translation>
    </message>
    <message>
        <source>It is the first version: nothing is taken from anybody.</source>
        <translation>Это первая редакция: ни у кого ничего не отнимают.</translation>
    </message>
    <message>
        <source>It may stay, because</source>
        <translation>Пусть останется, потому что</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Смотрим…</translation>
    </message>
    <message>
        <source>Needs an answer</source>
        <translation>Ждёт ответа</translation>
    </message>
    <message>
        <source>No rule changes.</source>
        <translation>Правила не меняются.</translation>
    </message>
    <message>
        <source>These are the rules that hold already: there is nothing to announce.</source>
        <translation>Это те же правила, что действуют сейчас: объявлять нечего.</translation>
    </message>
    <message>
        <source>This draft is not there any more</source>
        <translation>Этого черновика больше нет</translation>
    </message>
    <message>
        <source>What changes</source>
        <translation>Что меняется</translation>
    </message>
    <message>
        <source>What the check-up found</source>
        <translation>Что нашла проверка</translation>
    </message>
    <message>
        <source>Why this may stay as it is</source>
        <translation>Почему это может остаться как есть</translation>
    </message>
    <message>
        <source>a reason that others can read</source>
        <translation>причина, которую прочтут другие</translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Close the app and open it again; if it happens again, tell report {code}.</source>
        <translation>Закройте приложение и откройте снова; если повторится, назовите код отчёта {code}.</translation>
    </message>
    <message>
        <source>Go on working; the report is {code}.</source>
        <translation>Продолжайте работу; код отчёта {code}.</translation>
    </message>
    <message>
        <source>Look through the settings once.</source>
        <translation>Просмотрите настройки один раз.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <extracomment>Rooms through which something invented could get out, or in which somebody would train within a training.</extracomment>
        <translation>Ничего не изменено.</translation>
    </message>
    <message>
        <source>Something went wrong that should not have.</source>
        <translation>Произошла ошибка, которой не должно быть.</translation>
    </message>
    <message>
        <source>The clinic&apos;s records could not be opened.</source>
        <translation>Не удалось открыть данные клиники.</translation>
    </message>
    <message>
        <source>The old file was kept as {name}.</source>
        <translation>Прежний файл сохранён под именем {name}.</translation>
    </message>
    <message>
        <source>The settings of this computer could not be read.</source>
        <translation>Не удалось прочитать настройки этого компьютера.</translation>
    </message>
    <message>
        <source>What was already shown as done is kept.</source>
        <translation>Всё, что показано как выполненное, сохранено.</translation>
    </message>
</context>
<context>
    <name>Aside</name>
    <message numerus="yes">
        <source>%n line(s) are now on the bill of {name}.</source>
        <translation>
            <numerusform>%n строка перенесена в счёт: {name}.</numerusform>
            <numerusform>%n строки перенесены в счёт: {name}.</numerusform>
            <numerusform>%n строк перенесено в счёт: {name}.</numerusform>
        </translation>
    </message>
    <message>
        <source>In its place waits: {name}.</source>
        <translation>Вместо него отложен: {name}.</translation>
    </message>
    <message>
        <source>Shift+F3 brings it back.</source>
        <translation>Вернуть: Shift+F3.</translation>
    </message>
    <message numerus="yes">
        <source>The bill of {name} waits: %n line(s).</source>
        <translation>
            <numerusform>Отложен счёт ({name}): %n строка.</numerusform>
            <numerusform>Отложен счёт ({name}): %n строки.</numerusform>
            <numerusform>Отложен счёт ({name}): %n строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>The bill that waited is forgotten: {name}.</source>
        <translation>Отложенный счёт удалён: {name}.</translation>
    </message>
    <message numerus="yes">
        <source>The bill that waited is open again: {name}, %n line(s).</source>
        <translation>
            <numerusform>Отложенный счёт снова открыт: {name}, %n строка.</numerusform>
            <numerusform>Отложенный счёт снова открыт: {name}, %n строки.</numerusform>
            <numerusform>Отложенный счёт снова открыт: {name}, %n строк.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bill without a patient waits: %n line(s).</source>
        <translation>
            <numerusform>Счёт без пациента отложен: %n строка.</numerusform>
            <numerusform>Счёт без пациента отложен: %n строки.</numerusform>
            <numerusform>Счёт без пациента отложен: %n строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>Units and coupons of the first patient are not taken along.</source>
        <translation>Списание и купоны первого пациента не переносятся.</translation>
    </message>
    <message>
        <source>nobody’s bill yet</source>
        <translation>счёт без пациента</translation>
    </message>
</context>
<context>
    <name>AsideStrip</name>
    <message numerus="yes">
        <source>%n waiting: {names}</source>
        <translation>
            <numerusform>Отложен %n: {names}</numerusform>
            <numerusform>Отложено %n: {names}</numerusform>
            <numerusform>Отложено %n: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AsideView</name>
    <message>
        <source>Bills that wait</source>
        <translation>Отложенные счета</translation>
    </message>
    <message>
        <source>No bill waits</source>
        <translation>Отложенных счетов нет</translation>
    </message>
    <message>
        <source>Shift+F2 sets the open bill aside for a while.</source>
        <translation>Shift+F2 откладывает открытый счёт.</translation>
    </message>
</context>
<context>
    <name>AskedView</name>
    <message>
        <source>Looking…</source>
        <translation>Смотрим…</translation>
    </message>
    <message>
        <source>What patients ask</source>
        <translation>Что спрашивают пациенты</translation>
    </message>
    <message>
        <source>What to say</source>
        <translation>Что сказать</translation>
    </message>
    <message>
        <source>{number} of {all}</source>
        <translation>{number} из {all}</translation>
    </message>
</context>
<context>
    <name>BesidePanel</name>
    <message>
        <source>Beside the form</source>
        <translation>Рядом с формой</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Check-up</source>
        <translation>Проверка</translation>
    </message>
    <message>
        <source>Check-up · {count}</source>
        <translation>Проверка · {count}</translation>
    </message>
    <message>
        <source>Check-up, leaflet and a worked bill</source>
        <translation>Проверка, листовка и счёт для примера</translation>
    </message>
    <message>
        <source>Leaflet</source>
        <translation>Листовка</translation>
    </message>
</context>
<context>
    <name>BillView</name>
    <message numerus="yes">
        <source>%n service(s) found.</source>
        <translation>
            <numerusform>Найдена %n услуга.</numerusform>
            <numerusform>Найдено %n услуги.</numerusform>
            <numerusform>Найдено %n услуг.</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a service by code or words</source>
        <translation>Добавить услугу по коду или словам</translation>
    </message>
    <message>
        <source>Bill</source>
        <translation>Счёт</translation>
    </message>
    <message>
        <source>Lines of the bill</source>
        <translation>Строки счёта</translation>
    </message>
    <message>
        <source>Service: code or words</source>
        <translation>Услуга: код или слова</translation>
    </message>
    <message>
        <source>Services found</source>
        <translation>Найденные услуги</translation>
    </message>
    <message>
        <source>Something cannot be read just now: this is the bill as it was before.</source>
        <translation>Что-то сейчас не читается: счёт показан, каким был до этого.</translation>
    </message>
    <message>
        <source>The bill is empty</source>
        <translation>Счёт пуст</translation>
    </message>
    <message numerus="yes">
        <source>The first %n service(s) are shown, there are more: type another letter.</source>
        <translation>
            <numerusform>Показана %n услуга, есть ещё: введите следующую букву.</numerusform>
            <numerusform>Показаны первые %n услуги, есть ещё: введите следующую букву.</numerusform>
            <numerusform>Показаны первые %n услуг, есть ещё: введите следующую букву.</numerusform>
        </translation>
    </message>
    <message>
        <source>Type a code or words of a service and press Enter; “3*” before it takes three pieces.</source>
        <translation>Введите код или слова услуги и нажмите Enter; «3*» перед ними — три штуки.</translation>
    </message>
    <message>
        <source>Unnamed service</source>
        <translation>Услуга без названия</translation>
    </message>
    <message>
        <source>Write “{words}” by hand</source>
        <translation>Записать «{words}» вручную</translation>
    </message>
    <message>
        <source>no discounts</source>
        <translation>без скидок</translation>
    </message>
    <message>
        <source>sale price</source>
        <translation>цена снижена</translation>
    </message>
</context>
<context>
    <name>BranchView</name>
    <message>
        <source>Answer to the objection</source>
        <translation>Ответ на возражение</translation>
    </message>
    <message>
        <source>Records of several desks: {folder}</source>
        <translation>Записи нескольких мест: {folder}</translation>
    </message>
    <message>
        <source>Records of this computer alone; Shift+F2 shares a folder.</source>
        <translation>Записи только этого компьютера; Shift+F2 — общая папка.</translation>
    </message>
    <message>
        <source>There is no program yet</source>
        <translation>Программы ещё нет</translation>
    </message>
    <message>
        <source>What is known of the version</source>
        <translation>Что известно о редакции</translation>
    </message>
    <message>
        <source>Who is ready</source>
        <translation>Кто готов</translation>
    </message>
    <message>
        <source>your answer; Enter sends it</source>
        <translation>ваш ответ; Enter отправит</translation>
    </message>
</context>
<context>
    <name>Branches</name>
    <message>
        <source>A branch adds promotions of its own; the core is the network’s.</source>
        <translation>Филиал добавляет свои акции; основу задаёт сеть.</translation>
    </message>
    <message>
        <source>A rule that was ended does not come back by itself.</source>
        <translation>Законченное правило само не вернётся.</translation>
    </message>
    <message>
        <source>Branches may add nothing any more.</source>
        <translation>Филиалы больше ничего не добавляют.</translation>
    </message>
    <message>
        <source>Branches may add rules within these limits.</source>
        <translation>Филиалы могут добавлять правила в этих границах.</translation>
    </message>
    <message>
        <source>The rule ends as soon as the notice allows.</source>
        <translation>Правило закончится, как только позволит срок предупреждения.</translation>
    </message>
    <message>
        <source>The rule holds in this branch; every desk will know it.</source>
        <translation>Правило действует в этом филиале; о нём узнают все рабочие места.</translation>
    </message>
    <message>
        <source>Without limits of the network a branch adds nothing.</source>
        <translation>Пока сеть не задала границы, филиал ничего не добавляет.</translation>
    </message>
</context>
<context>
    <name>BranchesView</name>
    <message>
        <source>A branch may give: {what}.</source>
        <translation>Филиал может давать: {what}.</translation>
    </message>
    <message>
        <source>A rule of the branch {branch}</source>
        <translation>Правило филиала {branch}</translation>
    </message>
    <message>
        <source>At most {what} of a line.</source>
        <translation>Не больше {what} от строки счёта.</translation>
    </message>
    <message>
        <source>At most {what} off one bill.</source>
        <translation>Не больше {what} с одного счёта.</translation>
    </message>
    <message>
        <source>At most {what} times what is earned.</source>
        <translation>Начисление — не больше чем в {what} раза.</translation>
    </message>
    <message>
        <source>At most {what} units as a gift.</source>
        <translation>В подарок — не больше {what}.</translation>
    </message>
    <message>
        <source>Branch {branch}, since version {number} of {day}</source>
        <translation>Филиал {branch}, с редакции {number} от {day}</translation>
    </message>
    <message>
        <source>Branches may add nothing: the network has set no limits. F4 sets them.</source>
        <translation>Филиалы ничего не добавляют: сеть не задала границ. Их задаёт F4.</translation>
    </message>
    <message>
        <source>Days at most: {what}.</source>
        <translation>Дней — не больше: {what}.</translation>
    </message>
    <message>
        <source>End the rule before its last day</source>
        <translation>Закончить правило раньше срока</translation>
    </message>
    <message>
        <source>Limits of the network</source>
        <translation>Границы сети</translation>
    </message>
    <message>
        <source>No branch has a rule of its own. What the network fixes holds everywhere.</source>
        <translation>Своих правил нет ни у одного филиала. Везде действует то, что задала сеть.</translation>
    </message>
    <message>
        <source>On: {what}.</source>
        <translation>На услуги: {what}.</translation>
    </message>
    <message>
        <source>Only if: {what}</source>
        <translation>Условия: {what}</translation>
    </message>
    <message>
        <source>Rules at a time: {what}.</source>
        <translation>Правил одновременно: {what}.</translation>
    </message>
    <message>
        <source>Rules of branches</source>
        <translation>Правила филиалов</translation>
    </message>
    <message>
        <source>The limits for every branch</source>
        <translation>Границы для всех филиалов</translation>
    </message>
    <message>
        <source>What a branch may add</source>
        <translation>Что может добавить филиал</translation>
    </message>
    <message>
        <source>What is allowed, and the highlighted rule</source>
        <translation>Что разрешено и выделенное правило</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>branch {branch}, {dates}</source>
        <translation>филиал {branch}, {dates}</translation>
    </message>
    <message>
        <source>“{name}” takes something away when it ends, so it ends no sooner than the notice says.</source>
        <translation>С окончанием «{name}» у пациентов станет меньше, поэтому она закончится не раньше срока предупреждения.</translation>
    </message>
</context>
<context>
    <name>CardsCard</name>
    <message numerus="yes">
        <source>%n card(s) without a name are registered and nobody’s yet.</source>
        <translation>
            <numerusform>Без имени записана и никому не выдана %n карта.</numerusform>
            <numerusform>Без имени записаны и никому не выданы %n карты.</numerusform>
            <numerusform>Без имени записано и никому не выдано %n карт.</numerusform>
        </translation>
    </message>
    <message>
        <source>A list from a file…</source>
        <translation>Список из файла…</translation>
    </message>
    <message>
        <source>Cards</source>
        <translation>Карты</translation>
    </message>
    <message>
        <source>Everybody without a printed card</source>
        <translation>Все, чью карту ещё не печатали</translation>
    </message>
    <message>
        <source>The list {name}</source>
        <translation>Список {name}</translation>
    </message>
    <message>
        <source>The number as a QR code too</source>
        <translation>Номер ещё и QR-кодом</translation>
    </message>
    <message>
        <source>Whose cards</source>
        <translation>Чьи карты</translation>
    </message>
</context>
<context>
    <name>CardsView</name>
    <message>
        <source>Broken</source>
        <translation>Испорчена</translation>
    </message>
    <message>
        <source>Cards of the patient</source>
        <translation>Карты пациента</translation>
    </message>
    <message>
        <source>Cards of {name}</source>
        <translation>Карты: {name}</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>Утеряна</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Новая фамилия</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>Другое</translation>
    </message>
    <message>
        <source>Scan a card without a name now to give it in place of the old one.</source>
        <translation>Считайте сейчас карту без имени, чтобы выдать её вместо прежней.</translation>
    </message>
    <message>
        <source>Scan a card without a name to give it, or press Ctrl+F11 for a new number.</source>
        <translation>Считайте карту без имени, чтобы выдать её, или нажмите Ctrl+F11: будет новый номер.</translation>
    </message>
    <message>
        <source>Stolen</source>
        <translation>Украдена</translation>
    </message>
    <message>
        <source>Why another one?</source>
        <translation>Причина замены</translation>
    </message>
    <message>
        <source>blocked</source>
        <translation>заблокирована</translation>
    </message>
    <message>
        <source>blocked {day}</source>
        <translation>заблокирована {day}</translation>
    </message>
    <message>
        <source>blocked {day}: {reason}</source>
        <translation>заблокирована {day}: {reason}</translation>
    </message>
    <message>
        <source>blocked, given {day}</source>
        <translation>заблокирована, выдана {day}</translation>
    </message>
    <message>
        <source>opens the account</source>
        <translation>действует</translation>
    </message>
    <message>
        <source>opens the account since {day}</source>
        <translation>действует с {day}</translation>
    </message>
</context>
<context>
    <name>Cases</name>
    <message>
        <source>An act put aside</source>
        <translation>Отложенная операция</translation>
    </message>
    <message>
        <source>Card {number} was given to two people and opens the account of {others}: a new card is needed.</source>
        <translation>Карту {number} выдали двоим, теперь она открывает счёт: {others}. Нужна новая карта.</translation>
    </message>
    <message>
        <source>Each keeps its units until they are one record (F2).</source>
        <translation>У каждой свой счёт, пока их не объединят (F2).</translation>
    </message>
    <message>
        <source>For receipt {number} the units were not there any more.</source>
        <translation>По квитанции № {number} списывать было уже нечего.</translation>
    </message>
    <message>
        <source>One bill was paid at two desks: {number} is the receipt {others} now.</source>
        <extracomment>What two desks did of one thing while they did not hear each other.</extracomment>
        <translation>Один счёт оплачен за двумя стойками: вместо {number} теперь квитанция {others}.</translation>
    </message>
    <message>
        <source>Perhaps one person: two records have this name, this birth date and one phone.</source>
        <translation>Возможно, один человек: у двух карточек те же имя, дата рождения и телефон.</translation>
    </message>
    <message>
        <source>Receipt {number} came back before its units were spent.</source>
        <translation>Квитанцию № {number} вернули до того, как списали обещанное.</translation>
    </message>
    <message>
        <source>Receipt {number} spent more than there was.</source>
        <translation>По квитанции № {number} списано больше, чем было.</translation>
    </message>
    <message>
        <source>Receipt {number} spent what {others} had spent already.</source>
        <translation>По квитанции № {number} списано то, что уже потратили по № {others}.</translation>
    </message>
    <message>
        <source>Receipt {number}: desk {desk} gave money back for what desk {others} had taken back already.</source>
        <translation>Квитанция {number}: место {desk} вернуло деньги за то, что уже вернули на месте {others}.</translation>
    </message>
    <message>
        <source>Receipt {number}: the money owed was handed over at desk {others} and at desk {desk}.</source>
        <translation>Квитанция {number}: деньги к выдаче выданы и на месте {others}, и на месте {desk}.</translation>
    </message>
    <message>
        <source>Seen by {name}.</source>
        <translation>Смотрел(а): {name}.</translation>
    </message>
    <message>
        <source>The books are right; ask both desks where the money is.</source>
        <translation>Учёт верен; спросите на обоих местах, где деньги.</translation>
    </message>
    <message>
        <source>The books are right; no money was given twice.</source>
        <translation>Учёт верен, деньги дважды не выданы.</translation>
    </message>
    <message>
        <source>The clinic bears it, nothing is taken from the patient.</source>
        <translation>Это расход клиники, с пациента ничего не возьмут.</translation>
    </message>
    <message>
        <source>The clinic bears it, the books are settled.</source>
        <translation>Это расход клиники, учёт закрыт.</translation>
    </message>
    <message>
        <source>The patient paid in full and was told so.</source>
        <translation>Пациент оплатил всё деньгами и знает об этом.</translation>
    </message>
    <message>
        <source>What desks that did not hear each other left to be looked at.</source>
        <translation>Что осталось разобрать после работы без связи.</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>без имени</translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message numerus="yes">
        <source>%n case(s) nobody has looked at</source>
        <translation>
            <numerusform>%n непросмотренный случай</numerusform>
            <numerusform>%n непросмотренных случая</numerusform>
            <numerusform>%n непросмотренных случаев</numerusform>
        </translation>
    </message>
    <message>
        <source>Cases to look at</source>
        <translation>Случаи для просмотра</translation>
    </message>
    <message>
        <source>Everything was looked at</source>
        <translation>Всё просмотрено</translation>
    </message>
    <message>
        <source>Nothing needs a look</source>
        <translation>Разбирать нечего</translation>
    </message>
    <message>
        <source>Units that were spent at two desks while the network was away would stand here.</source>
        <translation>Здесь появится то, что без связи потратили сразу на двух рабочих местах.</translation>
    </message>
</context>
<context>
    <name>CategoriesControl</name>
    <message>
        <source> · {percent} % of last year’s sales</source>
        <translation> · {percent} % продаж за год</translation>
    </message>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n услуга</numerusform>
            <numerusform>%n услуги</numerusform>
            <numerusform>%n услуг</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a kind   Ins</source>
        <translation>Добавить вид   Ins</translation>
    </message>
    <message>
        <source>Discount at most, %</source>
        <translation>Скидка не больше, %</translation>
    </message>
    <message>
        <source>Kinds of service</source>
        <translation>Виды услуг</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Name of the kind</source>
        <translation>Название вида</translation>
    </message>
    <message numerus="yes">
        <source>Take “{code}” from the price list (%n service(s))</source>
        <translation>
            <numerusform>Взять «{code}» из прейскуранта (%n услуга)</numerusform>
            <numerusform>Взять «{code}» из прейскуранта (%n услуги)</numerusform>
            <numerusform>Взять «{code}» из прейскуранта (%n услуг)</numerusform>
        </translation>
    </message>
    <message>
        <source>These services</source>
        <translation>Эти услуги</translation>
    </message>
    <message>
        <source>Units pay at most, %</source>
        <translation>Накопленным не больше, %</translation>
    </message>
    <message>
        <source>count for the level</source>
        <translation>идут в счёт уровня</translation>
    </message>
    <message>
        <source>do not count</source>
        <translation>в уровень не идут</translation>
    </message>
    <message>
        <source>earn</source>
        <translation>приносят начисление</translation>
    </message>
    <message>
        <source>earn nothing</source>
        <translation>без начисления</translation>
    </message>
    <message>
        <source>may be paid with units</source>
        <translation>можно оплатить накопленным</translation>
    </message>
    <message>
        <source>may get a discount</source>
        <translation>бывает скидка</translation>
    </message>
    <message>
        <source>no discount</source>
        <translation>без скидки</translation>
    </message>
    <message>
        <source>no promotions</source>
        <translation>без акций</translation>
    </message>
    <message>
        <source>no units</source>
        <translation>без списания</translation>
    </message>
    <message>
        <source>only as a doctor prescribes: no promotion</source>
        <translation>только по назначению врача, без акций</translation>
    </message>
    <message>
        <source>take part in everything</source>
        <translation>участвуют во всём</translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>Calls</source>
        <translation>Звонки</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>Messenger</source>
        <translation>Мессенджер</translation>
    </message>
    <message>
        <source>SMS</source>
        <translation>СМС</translation>
    </message>
</context>
<context>
    <name>ChoicePage</name>
    <message>
        <source>A loyalty desk that works without a network. How would you like to begin?</source>
        <translation>Программа лояльности для регистратуры, работает и без сети. С чего начнём?</translation>
    </message>
    <message>
        <source>For clinics with a centre that has given this desk a join file.</source>
        <translation>Для клиник, чей центр выдал этому рабочему месту файл подключения.</translation>
    </message>
    <message>
        <source>Join a network</source>
        <translation>Подключиться к сети клиник</translation>
    </message>
    <message>
        <source>Name the clinic, choose a program, bring the price list: two minutes.</source>
        <translation>Назовите клинику, выберите программу, загрузите прайс-лист — это две минуты.</translation>
    </message>
    <message>
        <source>Set up this clinic</source>
        <translation>Настроить эту клинику</translation>
    </message>
    <message>
        <source>Three thousand invented patients and two years of visits. Nothing you do there counts.</source>
        <translation>Три тысячи выдуманных пациентов и два года визитов. Там можно пробовать всё.</translation>
    </message>
    <message>
        <source>Try the demo clinic</source>
        <translation>Попробовать демо-клинику</translation>
    </message>
    <message>
        <source>Welcome to Tessera</source>
        <translation>Добро пожаловать в Tessera</translation>
    </message>
</context>
<context>
    <name>ClinicCard</name>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Colour, six signs</source>
        <translation>Цвет, шесть знаков</translation>
    </message>
    <message>
        <source>It stands in the form of consent to the use of data.</source>
        <translation>Это печатается в согласии на обработку данных.</translation>
    </message>
    <message>
        <source>Licence: number and date</source>
        <translation>Лицензия: номер и дата</translation>
    </message>
    <message>
        <source>Logo</source>
        <translation>Логотип</translation>
    </message>
    <message>
        <source>Logo from a file…</source>
        <translation>Логотип из файла…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Organiser (legal name)</source>
        <translation>Организатор (юр. лицо)</translation>
    </message>
    <message>
        <source>Page with the rules</source>
        <translation>Страница с правилами</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg)</source>
        <translation>Рисунки (*.png *.svg)</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>ОГРН</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>The clinic, as patients see it</source>
        <translation>Клиника глазами пациента</translation>
    </message>
    <message>
        <source>The logo</source>
        <translation>Логотип</translation>
    </message>
    <message>
        <source>Title of this branch</source>
        <translation>Название филиала</translation>
    </message>
    <message>
        <source>What is empty here is taken from the program. The logo is PNG or SVG, up to 2 MB.</source>
        <translation>Что не заполнено, берётся из программы. Логотип — PNG или SVG до 2 МБ.</translation>
    </message>
    <message>
        <source>Who gets data of patients</source>
        <translation>Кому передаёте данные</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>Без него</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>никому</translation>
    </message>
</context>
<context>
    <name>ClinicPage</name>
    <message numerus="yes">
        <source>%n row(s) will not:</source>
        <translation>
            <numerusform>%n строка не загрузится:</numerusform>
            <numerusform>%n строки не загрузятся:</numerusform>
            <numerusform>%n строк не загрузятся:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) will come in.</source>
        <translation>
            <numerusform>Загрузится %n услуга.</numerusform>
            <numerusform>Загрузятся %n услуги.</numerusform>
            <numerusform>Загрузятся %n услуг.</numerusform>
        </translation>
    </message>
    <message>
        <source>A CSV or Excel file with codes, names and prices; it can come later.</source>
        <translation>Файл CSV или Excel с кодами, названиями и ценами; можно загрузить позже.</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Адрес</translation>
    </message>
    <message>
        <source>Back   Esc</source>
        <translation>Назад   Esc</translation>
    </message>
    <message>
        <source>Both are needed: they stand on every receipt.</source>
        <translation>Нужны оба: они стоят в каждой квитанции.</translation>
    </message>
    <message>
        <source>Branch code</source>
        <translation>Код филиала</translation>
    </message>
    <message>
        <source>Currency</source>
        <translation>Валюта</translation>
    </message>
    <message>
        <source>Desk code</source>
        <translation>Код рабочего места</translation>
    </message>
    <message>
        <source>It could not be done. Nothing was stored; check the disk and try again.</source>
        <translation>Не получилось. Ничего не записано; проверьте диск и попробуйте снова.</translation>
    </message>
    <message>
        <source>Letters, digits and dashes only, at most twelve.</source>
        <translation>Только буквы, цифры и дефис, не больше двенадцати.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Not yet: what is wrong stands under its field.</source>
        <translation>Пока нельзя: что исправить, написано под полем.</translation>
    </message>
    <message>
        <source>Nothing was stored.</source>
        <translation>Ничего не записано.</translation>
    </message>
    <message>
        <source>Open the desk   F9</source>
        <translation>Открыть приём   F9</translation>
    </message>
    <message>
        <source>Page with the rules</source>
        <translation>Страница с правилами</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Price list</source>
        <translation>Прайс-лист</translation>
    </message>
    <message>
        <source>Price list from a file…</source>
        <translation>Прайс-лист из файла…</translation>
    </message>
    <message>
        <source>Price lists (*.csv *.txt *.xlsx)</source>
        <translation>Прайс-листы (*.csv *.txt *.xlsx)</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Reading the price list…</source>
        <translation>Читаем прайс-лист…</translation>
    </message>
    <message>
        <source>Reading the programs…</source>
        <translation>Читаем программы…</translation>
    </message>
    <message>
        <source>Registration number</source>
        <translation>ОГРН</translation>
    </message>
    <message>
        <source>Set up this clinic</source>
        <translation>Настройка клиники</translation>
    </message>
    <message>
        <source>Tax number</source>
        <translation>ИНН</translation>
    </message>
    <message>
        <source>The clinic</source>
        <translation>Клиника</translation>
    </message>
    <message>
        <source>The clinic needs a name.</source>
        <translation>Как называется клиника?</translation>
    </message>
    <message>
        <source>The desk needs a code, for example A.</source>
        <translation>Нужен код рабочего места, например А.</translation>
    </message>
    <message>
        <source>The rest of this card is for slips and leaflets, and can come later.</source>
        <translation>Остальное здесь нужно для квитанций и листовок, можно заполнить позже.</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Это рабочее место</translation>
    </message>
    <message>
        <source>Time zone</source>
        <translation>Часовой пояс</translation>
    </message>
    <message>
        <source>What patients get</source>
        <translation>Что получают пациенты</translation>
    </message>
    <message>
        <source>Who gets data of patients</source>
        <translation>Кому передаёте данные</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Кто здесь работает</translation>
    </message>
    <message>
        <source>Without it</source>
        <translation>Без прайс-листа</translation>
    </message>
    <message>
        <source>Write who works here: the name stands on every receipt.</source>
        <translation>Напишите, кто работает: имя стоит в каждой квитанции.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>никому</translation>
    </message>
</context>
<context>
    <name>Condition</name>
    <message>
        <source>Without this condition</source>
        <translation>Без этого условия</translation>
    </message>
    <message>
        <source>Without this condition: {what}</source>
        <translation>Без этого условия: {what}</translation>
    </message>
</context>
<context>
    <name>DeskRoom</name>
    <message>
        <source>Arrows choose a receipt, Enter its lines; Esc goes back.</source>
        <translation>Стрелки выбирают квитанцию, Enter — её строки; Esc — назад.</translation>
    </message>
    <message>
        <source>Arrows scroll, ← and → change the voice, Esc goes back.</source>
        <translation>Стрелки ↑ и ↓ листают, ← и → меняют, для кого; Esc — назад.</translation>
    </message>
    <message>
        <source>Card of {name}</source>
        <translation>Карта: {name}</translation>
    </message>
    <message>
        <source>Enter adds; + and − count pieces, Del takes off, Ctrl+1…6 who pays; Shift+F1 shows all keys.</source>
        <translation>Enter добавляет; + и − количество, Del убирает, Ctrl+1…6 — кто платит; Shift+F1 — все клавиши.</translation>
    </message>
    <message>
        <source>Enter goes to the next field, F9 saves, Esc keeps it for later.</source>
        <translation>Enter — следующее поле, F9 — сохранить, Esc — отложить: введённое останется.</translation>
    </message>
    <message>
        <source>Enter opens the bill, Del forgets it; Esc goes back.</source>
        <translation>Enter открывает счёт, Del удаляет; Esc — назад.</translation>
    </message>
    <message>
        <source>Enter opens the highlighted patient, Esc goes back.</source>
        <translation>Enter открывает выделенного пациента, Esc — назад.</translation>
    </message>
    <message>
        <source>F12 prints the card, Ctrl+F11 gives another one, Shift+F11 blocks it; a scanned one is given.</source>
        <translation>F12 печатает карту, Ctrl+F11 — другая, Shift+F11 — заблокировать; считанная будет выдана.</translation>
    </message>
    <message>
        <source>F4 writes down a new patient, Esc goes back.</source>
        <translation>F4 — записать нового пациента, Esc — назад.</translation>
    </message>
    <message>
        <source>F7 takes all units possible; Enter goes back to the bill.</source>
        <translation>F7 — списать всё, что можно; Enter — назад к счёту.</translation>
    </message>
    <message>
        <source>The positions of receipt {number} are copied.</source>
        <translation>Позиции квитанции {number} скопированы.</translation>
    </message>
</context>
<context>
    <name>Editor</name>
    <message>
        <source>Every change is kept as you type; F8 takes it back.</source>
        <translation>Каждое изменение сохраняется сразу; F8 его отменяет.</translation>
    </message>
    <message>
        <source>Every question is answered.</source>
        <translation>На все вопросы отвечено.</translation>
    </message>
    <message>
        <source>F7 leads from one to the next.</source>
        <translation>F7 ведёт от одного к другому.</translation>
    </message>
    <message>
        <source>Programs (*.toml *.json)</source>
        <translation>Программы (*.toml *.json)</translation>
    </message>
    <message>
        <source>Programs (*.toml)</source>
        <translation>Программы (*.toml)</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Сохранено: {name}.</translation>
    </message>
    <message>
        <source>Some questions are still open.</source>
        <translation>Есть вопросы без ответа.</translation>
    </message>
    <message>
        <source>The draft is kept.</source>
        <translation>Черновик сохранён.</translation>
    </message>
    <message>
        <source>The file could not be written.</source>
        <translation>Файл не записался.</translation>
    </message>
    <message>
        <source>The program is in force from today.</source>
        <translation>Программа действует с сегодняшнего дня.</translation>
    </message>
    <message>
        <source>Whatever you begin with, everything can be changed and undone.</source>
        <translation>С чего ни начать, всё можно изменить и отменить.</translation>
    </message>
    <message>
        <source>Where is the program written?</source>
        <translation>Куда записать программу?</translation>
    </message>
    <message>
        <source>Which program?</source>
        <translation>Какую программу?</translation>
    </message>
</context>
<context>
    <name>EditorView</name>
    <message>
        <source>Questions</source>
        <translation>Вопросы</translation>
    </message>
</context>
<context>
    <name>EffectField</name>
    <message>
        <source>How much</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>The service that is free</source>
        <translation>Какая услуга бесплатна</translation>
    </message>
    <message>
        <source>What it does</source>
        <translation>Что даёт</translation>
    </message>
    <message>
        <source>find the service: words or code</source>
        <translation>найти услугу: слова или код</translation>
    </message>
    <message>
        <source>more free</source>
        <translation>бесплатно</translation>
    </message>
    <message>
        <source>paid,</source>
        <translation>платно,</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Exchanged: the centre and this desk hold the same.</source>
        <translation>Обмен выполнен: у центра и у этого места всё одинаково.</translation>
    </message>
    <message>
        <source>New rules of the program from {day}.</source>
        <translation>Новые правила программы с {day}.</translation>
    </message>
    <message>
        <source>They came from the centre; what was sold stays as it was.</source>
        <translation>Они пришли из центра; проданное остаётся как было.</translation>
    </message>
</context>
<context>
    <name>FamilyView</name>
    <message>
        <source>Family</source>
        <translation>Семья</translation>
    </message>
    <message>
        <source>Join the family of</source>
        <translation>Войти в семью</translation>
    </message>
    <message>
        <source>Leave the family</source>
        <translation>Выйти из семьи</translation>
    </message>
    <message>
        <source>Name one of its members: the units go to the family&apos;s account.</source>
        <translation>Назовите одного из членов семьи: баланс перейдёт на семейный счёт.</translation>
    </message>
    <message>
        <source>Nobody else is in the family.</source>
        <translation>Больше в семье никого нет.</translation>
    </message>
    <message>
        <source>On leaving, the units stay with the family.</source>
        <translation>При выходе баланс остаётся семье.</translation>
    </message>
</context>
<context>
    <name>Faults</name>
    <message>
        <source>A digit is wrong: compare the number, or scan the card.</source>
        <translation>Ошибка в цифрах: сверьте номер или считайте карту.</translation>
    </message>
    <message>
        <source>A member has a birth date.</source>
        <translation>Участнику нужна дата рождения.</translation>
    </message>
    <message>
        <source>A name has letters only.</source>
        <translation>В имени бывают только буквы.</translation>
    </message>
    <message>
        <source>Day, month, year, such as 17.05.1980.</source>
        <translation>День, месяц, год, например 17.05.1980.</translation>
    </message>
    <message>
        <source>Joining needs the consent to keep personal data.</source>
        <translation>Для участия нужно согласие на обработку данных.</translation>
    </message>
    <message>
        <source>Nobody is that old: look at the year.</source>
        <translation>Столько не живут: проверьте год.</translation>
    </message>
    <message>
        <source>The given name is missing.</source>
        <translation>Не заполнено имя.</translation>
    </message>
    <message>
        <source>The surname is missing.</source>
        <translation>Не заполнена фамилия.</translation>
    </message>
    <message>
        <source>There is no month {month}: a year has twelve.</source>
        <translation>Месяца {month} нет: в году их двенадцать.</translation>
    </message>
    <message>
        <source>There is no {day}.{month}.{year}: that month has {days} days.</source>
        <translation>Даты {day}.{month}.{year} нет: в этом месяце дней — {days}.</translation>
    </message>
    <message>
        <source>This day has not come yet.</source>
        <translation>Этот день ещё не наступил.</translation>
    </message>
    <message>
        <source>This is no card number.</source>
        <translation>Это не номер карты.</translation>
    </message>
    <message>
        <source>This is no e-mail address yet.</source>
        <translation>Это ещё не адрес почты.</translation>
    </message>
    <message>
        <source>This is no phone number yet.</source>
        <translation>Это ещё не номер телефона.</translation>
    </message>
    <message>
        <source>This needs an answer.</source>
        <extracomment>What a rule allows is told here where people understand it; how a file writes a value is for files.</extracomment>
        <translation>Здесь нужен ответ.</translation>
    </message>
</context>
<context>
    <name>FieldView</name>
    <message>
        <source>No</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>Others: {what}</source>
        <translation>У других: {what}</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>needs an answer</source>
        <translation>нужен ответ</translation>
    </message>
</context>
<context>
    <name>FileCard</name>
    <message>
        <source>Another folder…</source>
        <translation>Другая папка…</translation>
    </message>
    <message>
        <source>As a file</source>
        <translation>Файлом</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Вид файла</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Сайт</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Текст</translation>
    </message>
</context>
<context>
    <name>FindingsView</name>
    <message>
        <source>Error</source>
        <translation>Ошибка</translation>
    </message>
    <message>
        <source>Explained</source>
        <translation>Объяснено</translation>
    </message>
    <message>
        <source>Findings of the check-up</source>
        <translation>Что нашла проверка</translation>
    </message>
    <message>
        <source>It may stay, because</source>
        <translation>Может остаться, потому что</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Смотрим…</translation>
    </message>
    <message>
        <source>Nothing is found</source>
        <translation>Замечаний нет</translation>
    </message>
    <message>
        <source>Notice</source>
        <translation>К сведению</translation>
    </message>
    <message>
        <source>Put it right</source>
        <translation>Исправить</translation>
    </message>
    <message>
        <source>To the field   Enter</source>
        <translation>К полю   Enter</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Предупреждение</translation>
    </message>
    <message>
        <source>What is promised can be computed, and no desk will read it otherwise.</source>
        <translation>Обещанное можно посчитать, и каждая стойка прочтёт его одинаково.</translation>
    </message>
    <message>
        <source>Why this may stay as it is</source>
        <translation>Почему это может остаться</translation>
    </message>
    <message>
        <source>a reason that others can read</source>
        <translation>причина, понятная другим</translation>
    </message>
    <message>
        <source>{what}   F4</source>
        <translation>{what}   F4</translation>
    </message>
</context>
<context>
    <name>FirstStartView</name>
    <message>
        <source>It could not be done. Nothing was stored; check the disk and try again.</source>
        <translation>Не получилось. Ничего не записано; проверьте диск и попробуйте снова.</translation>
    </message>
</context>
<context>
    <name>Form</name>
    <message>
        <source>Block card {number}?</source>
        <translation>Заблокировать карту {number}?</translation>
    </message>
    <message>
        <source>Block it</source>
        <translation>Заблокировать</translation>
    </message>
    <message>
        <source>Give another card and block {number}?</source>
        <translation>Выдать другую карту, а {number} заблокировать?</translation>
    </message>
    <message>
        <source>Give it</source>
        <translation>Выдать</translation>
    </message>
    <message>
        <source>Give the card {number} in place of {before}?</source>
        <translation>Выдать карту {number} вместо {before}?</translation>
    </message>
    <message>
        <source>It is theirs once the form is saved.</source>
        <translation>Она станет картой пациента, когда анкета будет сохранена.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Пока ничего не изменено.</translation>
    </message>
    <message>
        <source>The card {number} is held for this form.</source>
        <translation>Карта {number} записана в эту анкету.</translation>
    </message>
    <message>
        <source>The one before then opens nothing any more.</source>
        <translation>Прежняя карта после этого ничего не откроет.</translation>
    </message>
</context>
<context>
    <name>FormView</name>
    <message>
        <source>Birth date</source>
        <translation>Дата рождения</translation>
    </message>
    <message>
        <source>Card</source>
        <translation>Карта</translation>
    </message>
    <message>
        <source>Card number</source>
        <translation>Номер карты</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Данные пациента</translation>
    </message>
    <message>
        <source>Comfort notes</source>
        <translation>Заметки для удобства</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>Почта</translation>
    </message>
    <message>
        <source>For example: speak louder</source>
        <translation>Например: говорить громче</translation>
    </message>
    <message>
        <source>For their comfort (nothing medical)</source>
        <translation>Что удобно пациенту (не о здоровье)</translation>
    </message>
    <message>
        <source>Given name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Groups: the document was shown</source>
        <translation>Льготы: документ показан</translation>
    </message>
    <message>
        <source>Joining the program</source>
        <translation>Участие в программе</translation>
    </message>
    <message>
        <source>Language of paper and messages</source>
        <translation>Язык квитанций и сообщений</translation>
    </message>
    <message>
        <source>Messages, only those wanted:</source>
        <translation>Сообщения — только те, что нужны:</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Новый пациент</translation>
    </message>
    <message>
        <source>Patronymic</source>
        <translation>Отчество</translation>
    </message>
    <message>
        <source>Perhaps they are here already. Enter opens the one below.</source>
        <translation>Возможно, пациент уже записан: Enter откроет его карточку.</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Телефон</translation>
    </message>
    <message>
        <source>Scan it</source>
        <translation>Считайте карту</translation>
    </message>
    <message>
        <source>Scan it, or leave it empty</source>
        <translation>Считайте или пропустите</translation>
    </message>
    <message>
        <source>Surname</source>
        <translation>Фамилия</translation>
    </message>
    <message>
        <source>Their language</source>
        <translation>Язык пациента</translation>
    </message>
    <message>
        <source>They are perhaps here already: Enter opens the one below, F9 once more writes a second record.</source>
        <translation>Возможно, пациент уже записан: Enter откроет его карточку, F9 ещё раз — записать второго.</translation>
    </message>
    <message>
        <source>Three consents, asked one by one</source>
        <translation>Три согласия, каждое отдельно</translation>
    </message>
    <message>
        <source>To have personal data kept for it</source>
        <translation>На обработку персональных данных</translation>
    </message>
    <message>
        <source>To take part in the program, by its rules</source>
        <translation>На участие в программе по её правилам</translation>
    </message>
    <message>
        <source>Who brought them</source>
        <translation>Кто привёл</translation>
    </message>
    <message>
        <source>Who may be the same person</source>
        <translation>Возможно, тот же человек</translation>
    </message>
    <message>
        <source>Without the first consent they are only written down.</source>
        <translation>Без первого согласия пациент только записан, в программе не участвует.</translation>
    </message>
    <message>
        <source>dd.mm.yyyy</source>
        <translation>дд.мм.гггг</translation>
    </message>
    <message>
        <source>{number}: blocked</source>
        <translation>{number}: заблокирована</translation>
    </message>
</context>
<context>
    <name>HandOver</name>
    <message>
        <source>A bill of the clinic system cannot be read.</source>
        <translation>Счёт из системы клиники не читается.</translation>
    </message>
    <message>
        <source>Bill {bill} of the clinic system has come and waits.</source>
        <translation>Из системы клиники пришёл счёт {bill}, он отложен.</translation>
    </message>
    <message>
        <source>Bill {bill} of the clinic system is open.</source>
        <translation>Открыт счёт {bill} из системы клиники.</translation>
    </message>
    <message>
        <source>Bill {bill} of the clinic system was paid before: receipt {number}.</source>
        <translation>Счёт {bill} из системы клиники уже оплачен: квитанция {number}.</translation>
    </message>
    <message>
        <source>Check it and press F9.</source>
        <translation>Проверьте его и нажмите F9.</translation>
    </message>
    <message>
        <source>Go on working.</source>
        <translation>Можно работать дальше.</translation>
    </message>
    <message>
        <source>Nothing was opened; its receipt lies in the folder again.</source>
        <translation>Ничего не открыто; его квитанция снова лежит в папке.</translation>
    </message>
    <message>
        <source>Shift+F3 shows what waits.</source>
        <translation>Shift+F3 — отложенные счета.</translation>
    </message>
    <message>
        <source>The file lies in in/refused, with the reason beside it.</source>
        <translation>Файл лежит в папке in/refused, рядом записана причина.</translation>
    </message>
    <message>
        <source>The file stays where it is: the folder may not be written to.</source>
        <translation>Файл остался на месте: в папку нельзя писать.</translation>
    </message>
    <message>
        <source>The open bill stays as it is.</source>
        <translation>Открытый счёт не изменился.</translation>
    </message>
    <message>
        <source>What waited was handed over to the clinic system.</source>
        <translation>Всё, что ждало, передано системе клиники.</translation>
    </message>
</context>
<context>
    <name>HandOverCard</name>
    <message>
        <source>Agricultural</source>
        <translation>ЕСХН</translation>
    </message>
    <message>
        <source>As the register is set</source>
        <translation>Как настроено в кассе</translation>
    </message>
    <message>
        <source>Bills dropped into {folder}/in open at this desk; receipts and tasks for the cash register appear in {folder}/out.</source>
        <translation>Счета из папки {folder}/in открываются здесь сами; квитанции и задания для кассы появляются в {folder}/out.</translation>
    </message>
    <message>
        <source>By card</source>
        <translation>Картой</translation>
    </message>
    <message>
        <source>Exchange bills and receipts as files</source>
        <translation>Обмениваться счетами и квитанциями через файлы</translation>
    </message>
    <message>
        <source>Exchange with the clinic system</source>
        <translation>Обмен с системой клиники</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Общая</translation>
    </message>
    <message>
        <source>In cash</source>
        <translation>Наличными</translation>
    </message>
    <message>
        <source>Off: nothing is read and nothing is written.</source>
        <translation>Выключено: ничего не читается и не пишется.</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Открыть папку</translation>
    </message>
    <message>
        <source>Patent</source>
        <translation>Патент</translation>
    </message>
    <message>
        <source>Patients pay mostly</source>
        <translation>Платят чаще</translation>
    </message>
    <message>
        <source>Simplified, income</source>
        <translation>УСН, доходы</translation>
    </message>
    <message>
        <source>Simplified, income less costs</source>
        <translation>УСН, доходы минус расходы</translation>
    </message>
    <message>
        <source>Taxation</source>
        <translation>Налогообложение</translation>
    </message>
    <message>
        <source>VAT of services</source>
        <translation>НДС услуг</translation>
    </message>
    <message>
        <source>VAT {percent} %</source>
        <translation>НДС {percent} %</translation>
    </message>
    <message>
        <source>Without VAT</source>
        <translation>Без НДС</translation>
    </message>
</context>
<context>
    <name>JoinPage</name>
    <message>
        <source>Back   Esc</source>
        <translation>Назад   Esc</translation>
    </message>
    <message>
        <source>Fetched {done} of {total} acts.</source>
        <translation>Получено операций: {done} из {total}.</translation>
    </message>
    <message>
        <source>Join a network</source>
        <translation>Подключение к сети</translation>
    </message>
    <message>
        <source>Patients, cards, points and rules come from the centre; then the desk works by itself too.</source>
        <translation>Пациенты, карты, баллы и правила придут из центра; потом место работает и без связи.</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Кто здесь работает</translation>
    </message>
</context>
<context>
    <name>JoinView</name>
    <message>
        <source>Join file…</source>
        <translation>Файл подключения…</translation>
    </message>
    <message>
        <source>Joining the centre…</source>
        <translation>Подключаемся к центру…</translation>
    </message>
    <message>
        <source>QR codes of the sheet</source>
        <translation>QR-коды с листа</translation>
    </message>
    <message>
        <source>Scan the QR codes here</source>
        <translation>Сканируйте QR-коды сюда</translation>
    </message>
    <message>
        <source>Scanned {here} of {all}. Still to be scanned: {left}.</source>
        <translation>Считано {here} из {all}. Осталось: {left}.</translation>
    </message>
    <message>
        <source>The centre gives each desk a file, or a sheet with QR codes. Choose the file, or scan the codes in any order.</source>
        <translation>Центр даёт каждому месту файл или лист с QR-кодами. Выберите файл или сканируйте коды в любом порядке.</translation>
    </message>
    <message>
        <source>The file of the centre</source>
        <translation>Файл от центра</translation>
    </message>
</context>
<context>
    <name>KeyBar</name>
    <message>
        <source>Keys of the desk</source>
        <translation>Клавиши приёма</translation>
    </message>
</context>
<context>
    <name>KeyPage</name>
    <message>
        <source>It is written down   Enter</source>
        <translation>Записано   Enter</translation>
    </message>
    <message>
        <source>The recovery key</source>
        <translation>Ключ восстановления</translation>
    </message>
    <message>
        <source>Write it down and keep it safe: without it a backup opens on no other computer.</source>
        <translation>Запишите его и храните надёжно: без него копия не откроется ни на одном другом компьютере.</translation>
    </message>
</context>
<context>
    <name>KeysView</name>
    <message>
        <source>Back   Esc</source>
        <translation>Назад   Esc</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
</context>
<context>
    <name>LadderControl</name>
    <message>
        <source>Add a level   Ins</source>
        <translation>Добавить уровень   Ins</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Уровни</translation>
    </message>
    <message>
        <source>Levels, drawn as a ladder</source>
        <translation>Уровни, нарисованные лестницей</translation>
    </message>
    <message>
        <source>One level: everybody gets the same. Add another, and it becomes a ladder.</source>
        <translation>Уровень один: у всех одинаково. Добавьте второй — получится лестница.</translation>
    </message>
</context>
<context>
    <name>Languages</name>
    <message>
        <source>English</source>
        <translation>Английский</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>Русский</translation>
    </message>
</context>
<context>
    <name>LeafletView</name>
    <message>
        <source>Something cannot be read just now: this is the leaflet as it was before.</source>
        <translation>Что-то сейчас не читается: листовка показана, какой была до этого.</translation>
    </message>
    <message>
        <source>What changes against the version in force</source>
        <translation>Что изменится против действующей редакции</translation>
    </message>
    <message>
        <source>What the leaflet will say</source>
        <translation>Что скажет листовка</translation>
    </message>
    <message>
        <source>better</source>
        <translation>лучше</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>хуже</translation>
    </message>
</context>
<context>
    <name>LessonStrip</name>
    <message>
        <source>Back to the real desk   Enter</source>
        <translation>К настоящей стойке   Enter</translation>
    </message>
    <message>
        <source>Back to the real desk, which is as you left it</source>
        <translation>Обратно к настоящей стойке: там всё, как было</translation>
    </message>
    <message>
        <source>Everything is as it should be.</source>
        <translation>Всё так, как должно быть.</translation>
    </message>
    <message>
        <source>Fold</source>
        <translation>Свернуть</translation>
    </message>
    <message>
        <source>Hint</source>
        <translation>Подсказка</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>Урок</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Не вышло</translation>
    </message>
    <message>
        <source>Next lesson   Enter</source>
        <translation>Следующий урок   Enter</translation>
    </message>
    <message>
        <source>Out   F10</source>
        <translation>Выйти   F10</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Шаги</translation>
    </message>
    <message>
        <source>Steps of the lesson</source>
        <translation>Шаги урока</translation>
    </message>
    <message>
        <source>Story</source>
        <translation>История</translation>
    </message>
    <message>
        <source>The story</source>
        <translation>История</translation>
    </message>
    <message>
        <source>What was missed, and hints</source>
        <translation>Что упущено и подсказки</translation>
    </message>
    <message>
        <source>done</source>
        <translation>сделано</translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>ещё не сделано</translation>
    </message>
    <message>
        <source>{place} of {all}. {step}</source>
        <translation>{place} из {all}. {step}</translation>
    </message>
    <message>
        <source>{title} · step {place} of {all}</source>
        <translation>{title} · шаг {place} из {all}</translation>
    </message>
    <message>
        <source>{title}: done</source>
        <translation>{title}: пройдено</translation>
    </message>
</context>
<context>
    <name>LimitsForm</name>
    <message>
        <source>At most, off one bill</source>
        <translation>Не больше, с одного счёта</translation>
    </message>
    <message>
        <source>At most, percent of a line</source>
        <translation>Не больше, процентов от строки</translation>
    </message>
    <message>
        <source>At most, times what is earned</source>
        <translation>Не больше, во сколько раз</translation>
    </message>
    <message>
        <source>At most, units as a gift</source>
        <translation>Не больше, в подарок</translation>
    </message>
    <message>
        <source>Days that a rule lasts at most</source>
        <translation>Сколько дней действует, не больше</translation>
    </message>
    <message>
        <source>On which services</source>
        <translation>На какие услуги</translation>
    </message>
    <message>
        <source>Rules of one branch at a time</source>
        <translation>Правил филиала одновременно</translation>
    </message>
    <message>
        <source>What a branch may give</source>
        <translation>Что может давать филиал</translation>
    </message>
</context>
<context>
    <name>LineView</name>
    <message>
        <source>Already a sale price</source>
        <translation>Цена уже снижена</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Вид услуг</translation>
    </message>
    <message>
        <source>No discounts</source>
        <translation>Без скидок</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Кто платит</translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation>Количество</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Услуга</translation>
    </message>
    <message>
        <source>The open line</source>
        <translation>Открытая строка</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n штука</numerusform>
            <numerusform>%n штуки</numerusform>
            <numerusform>%n штук</numerusform>
        </translation>
    </message>
    <message>
        <source>discount {amount}</source>
        <translation>скидка {amount}</translation>
    </message>
    <message>
        <source>paid by: {payer}</source>
        <translation>платит: {payer}</translation>
    </message>
    <message>
        <source>to pay {amount}</source>
        <translation>к оплате {amount}</translation>
    </message>
    <message>
        <source>{amount} in {units}</source>
        <translation>{amount} из {units}</translation>
    </message>
</context>
<context>
    <name>ListKeys</name>
    <message>
        <source>Down   Alt+↓</source>
        <translation>Ниже   Alt+↓</translation>
    </message>
    <message>
        <source>Remove   Del</source>
        <translation>Убрать   Del</translation>
    </message>
    <message>
        <source>Up   Alt+↑</source>
        <translation>Выше   Alt+↑</translation>
    </message>
</context>
<context>
    <name>LockView</name>
    <message>
        <source>Back to work</source>
        <translation>Вернуться к работе</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Press Enter. Everything is as it was left.</source>
        <translation>Нажмите Enter. Всё осталось так, как было.</translation>
    </message>
    <message>
        <source>That code is not right. Everything is still as it was left.</source>
        <translation>Код не подошёл. Всё осталось так, как было.</translation>
    </message>
    <message>
        <source>The desk is locked</source>
        <translation>Рабочее место заблокировано</translation>
    </message>
    <message>
        <source>Too many wrong codes. Try again in half a minute.</source>
        <translation>Слишком много неверных кодов. Попробуйте через полминуты.</translation>
    </message>
    <message>
        <source>Type your code. Everything is as it was left.</source>
        <translation>Введите код. Всё осталось так, как было.</translation>
    </message>
</context>
<context>
    <name>LookupView</name>
    <message numerus="yes">
        <source>%n patient(s) found.</source>
        <translation>
            <numerusform>Найден %n пациент.</numerusform>
            <numerusform>Найдено %n пациента.</numerusform>
            <numerusform>Найдено %n пациентов.</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter opens it among the receipts.</source>
        <translation>Enter откроет её среди квитанций.</translation>
    </message>
    <message>
        <source>Nobody found for “{text}”</source>
        <translation>По запросу «{text}» никого нет</translation>
    </message>
    <message>
        <source>Nothing is lost. Try again; if it stays so, call whoever looks after this computer.</source>
        <translation>Ничего не потеряно. Попробуйте ещё раз; если не поможет, позовите того, кто отвечает за компьютер.</translation>
    </message>
    <message>
        <source>Patients found</source>
        <translation>Найденные пациенты</translation>
    </message>
    <message>
        <source>Receipt {number}, {day}</source>
        <translation>Квитанция {number}, {day}</translation>
    </message>
    <message numerus="yes">
        <source>The first %n patient(s) are shown, there are more: type another letter.</source>
        <translation>
            <numerusform>Показан %n пациент, есть ещё: введите следующую букву.</numerusform>
            <numerusform>Показаны первые %n пациента, есть ещё: введите следующую букву.</numerusform>
            <numerusform>Показаны первые %n пациентов, есть ещё: введите следующую букву.</numerusform>
        </translation>
    </message>
    <message>
        <source>The records cannot be read just now</source>
        <translation>Картотека сейчас не читается</translation>
    </message>
    <message>
        <source>Try fewer letters, the last digits of the phone or the birth date. F4 writes down a new patient.</source>
        <translation>Введите меньше букв, последние цифры телефона или дату рождения. F4 — записать нового пациента.</translation>
    </message>
    <message>
        <source>no card</source>
        <translation>нет карты</translation>
    </message>
    <message>
        <source>not a member</source>
        <translation>не участник</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Check that the disk is not full and the folder may be written to.</source>
        <translation>Проверьте, есть ли место на диске и разрешена ли запись в папку.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Выберите другую папку.</translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>ДЕМО</translation>
    </message>
    <message>
        <source>Everything is kept on this computer.</source>
        <translation>Всё хранится на этом компьютере.</translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>Ничего не потеряно.</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Сохранено: {name}.</translation>
    </message>
    <message>
        <source>The PDF could not be written there.</source>
        <translation>Записать туда PDF не удалось.</translation>
    </message>
    <message>
        <source>The settings of this computer could not be written.</source>
        <translation>Не удалось записать настройки этого компьютера.</translation>
    </message>
    <message>
        <source>They hold until the app is closed.</source>
        <translation>Они действуют до закрытия приложения.</translation>
    </message>
    <message>
        <source>This desk works by itself: no centre is joined.</source>
        <translation>Рабочее место работает самостоятельно: центр не подключён.</translation>
    </message>
</context>
<context>
    <name>NameField</name>
    <message>
        <source>in English</source>
        <translation>по-английски</translation>
    </message>
    <message>
        <source>in Russian</source>
        <translation>по-русски</translation>
    </message>
    <message>
        <source>{what}, in English</source>
        <translation>{what}, по-английски</translation>
    </message>
    <message>
        <source>{what}, in Russian</source>
        <translation>{what}, по-русски</translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message>
        <source>A desk alone lacks nothing; a network lets desks share.</source>
        <translation>Одному месту сеть не нужна; она нужна, чтобы места видели друг друга.</translation>
    </message>
    <message>
        <source>By courier, on a stick</source>
        <translation>Курьером, на флешке</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>Центр</translation>
    </message>
    <message>
        <source>Desks of the network</source>
        <translation>Места сети</translation>
    </message>
    <message>
        <source>End of shift</source>
        <translation>Конец смены</translation>
    </message>
    <message>
        <source>F5 exchanges now; the desk works whatever the network does.</source>
        <translation>F5 — обменяться сейчас; место работает и без связи.</translation>
    </message>
    <message>
        <source>For a desk without any line: a file is carried to another desk, and its answer back.</source>
        <translation>Для места без всякой связи: файл относят на другое место, а обратно приносят ответ.</translation>
    </message>
    <message>
        <source>Join a network</source>
        <translation>Подключение к сети</translation>
    </message>
    <message>
        <source>Last complete exchange</source>
        <translation>Последний полный обмен</translation>
    </message>
    <message>
        <source>Look up and read; with a new file this desk joins again.</source>
        <translation>Искать и смотреть можно; с новым файлом это место подключится снова.</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Связь</translation>
    </message>
    <message>
        <source>Nothing waits: the centre has it all.</source>
        <translation>Ничего не ждёт: всё уже в центре.</translation>
    </message>
    <message>
        <source>Sync   F5</source>
        <translation>Синхронизировать   F5</translation>
    </message>
    <message>
        <source>Take a file…</source>
        <translation>Принять файл…</translation>
    </message>
    <message>
        <source>The desk “{desk}” has joined the network.</source>
        <translation>Место «{desk}» подключено к сети.</translation>
    </message>
    <message>
        <source>This desk</source>
        <translation>Это место</translation>
    </message>
    <message>
        <source>This desk, {code}</source>
        <translation>Это место, {code}</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>Ждут отправки</translation>
    </message>
    <message>
        <source>What was written here before is being sent.</source>
        <translation>Записанное здесь раньше отправляется.</translation>
    </message>
    <message>
        <source>Where to write the courier’s file</source>
        <translation>Куда записать файл курьера</translation>
    </message>
    <message>
        <source>Which file was carried here</source>
        <translation>Какой файл принесли</translation>
    </message>
    <message>
        <source>Working on the file…</source>
        <translation>Работаем с файлом…</translation>
    </message>
    <message>
        <source>Write a file…</source>
        <translation>Записать файл…</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>last act {moment}</source>
        <translation>последняя операция {moment}</translation>
    </message>
</context>
<context>
    <name>NewsBand</name>
    <message>
        <source>New rules</source>
        <translation>Новые правила</translation>
    </message>
</context>
<context>
    <name>Nothing</name>
    <message>
        <source>Open the clinic’s settings</source>
        <translation>Открыть настройки клиники</translation>
    </message>
    <message>
        <source>This sheet cannot be printed</source>
        <translation>Этот лист нельзя напечатать</translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Hide the message</source>
        <translation>Скрыть сообщение</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Bind it</source>
        <translation>Выдать</translation>
    </message>
    <message>
        <source>Block card {number} of {name}?</source>
        <translation>Заблокировать карту {number}? Владелец: {name}.</translation>
    </message>
    <message>
        <source>Card {number} now belongs to {name}.</source>
        <translation>Карта {number} теперь у пациента: {name}.</translation>
    </message>
    <message>
        <source>Card {number} opens the account now: scan that one.</source>
        <translation>Счёт теперь открывает карта {number}: считайте её.</translation>
    </message>
    <message>
        <source>Changes of {name} are saved.</source>
        <translation>Изменения сохранены: {name}.</translation>
    </message>
    <message>
        <source>Choose a bill with Enter, or go back with Esc.</source>
        <translation>Выберите счёт (Enter) или вернитесь (Esc).</translation>
    </message>
    <message>
        <source>Choose the patient with Enter, or go back with Esc.</source>
        <translation>Выберите пациента клавишей Enter или вернитесь клавишей Esc.</translation>
    </message>
    <message>
        <source>Ctrl+F11 again gives it; the chosen reason is kept.</source>
        <translation>Ctrl+F11 ещё раз — выдать; выбранная причина сохранится.</translation>
    </message>
    <message>
        <source>F3 finds the patient; F9 again takes the payment as it is.</source>
        <translation>F3 — найти пациента; F9 ещё раз — принять оплату так.</translation>
    </message>
    <message>
        <source>F8 again undoes it.</source>
        <translation>Ещё раз F8 — отменить.</translation>
    </message>
    <message>
        <source>F8 undoes it, Shift+F8 shows the receipts.</source>
        <translation>F8 — отменить, Shift+F8 — квитанции.</translation>
    </message>
    <message>
        <source>F8 undoes nothing among receipts.</source>
        <translation>В списке квитанций F8 ничего не отменяет.</translation>
    </message>
    <message>
        <source>F9 gives pieces back, Shift+F9 undoes a whole receipt.</source>
        <translation>F9 возвращает выбранное, Shift+F9 отменяет квитанцию целиком.</translation>
    </message>
    <message>
        <source>Find the patient by name and give a new card: F11.</source>
        <translation>Найдите пациента по имени и выдайте новую карту: F11.</translation>
    </message>
    <message>
        <source>Find the patient first, or write down a new one with this card.</source>
        <translation>Найдите пациента или запишите нового с этой картой.</translation>
    </message>
    <message>
        <source>Give another one with Ctrl+F11, or scan one.</source>
        <translation>Выдайте другую: Ctrl+F11, или считайте карту.</translation>
    </message>
    <message>
        <source>Give it to {name}?</source>
        <translation>Выдать её? Пациент: {name}.</translation>
    </message>
    <message>
        <source>Give {name} another card and block {number}?</source>
        <translation>Выдать другую карту ({name}), а {number} заблокировать?</translation>
    </message>
    <message>
        <source>Given back to {name}: {amount} of receipt {number}.</source>
        <translation>Возвращено, {name}: {amount} по квитанции {number}.</translation>
    </message>
    <message>
        <source>Given back: {amount} of receipt {number}.</source>
        <translation>Возвращено {amount} по квитанции {number}.</translation>
    </message>
    <message>
        <source>Its bill is open again.</source>
        <translation>Её счёт снова открыт.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Оформить участие</translation>
    </message>
    <message>
        <source>Move its lines here</source>
        <translation>Перенести строки сюда</translation>
    </message>
    <message>
        <source>New patient</source>
        <translation>Новый пациент</translation>
    </message>
    <message>
        <source>New rules hold now: the sum is the same, what is earned is not.</source>
        <translation>Теперь действуют новые правила: сумма та же, начисление другое.</translation>
    </message>
    <message>
        <source>New rules hold now: {now} instead of {before}.</source>
        <translation>Теперь действуют новые правила: {now} вместо {before}.</translation>
    </message>
    <message>
        <source>Nobody has the card {number}.</source>
        <translation>Карты {number} ни у кого нет.</translation>
    </message>
    <message>
        <source>Noted that the patient was told: {lots}.</source>
        <translation>Отмечено, что пациенту сказали о сгорании: {lots}.</translation>
    </message>
    <message>
        <source>Noted: {name} was told of the new rules.</source>
        <translation>Отмечено: {name} — рассказали о новых правилах.</translation>
    </message>
    <message>
        <source>Noted: {name} was told that the program ends.</source>
        <translation>Отмечено: {name} — рассказали, что программа заканчивается.</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Пока ничего не изменено.</translation>
    </message>
    <message>
        <source>Nothing is paid while the bills that wait cover the open one.</source>
        <translation>Оплаты не было: открытый счёт закрыт списком отложенных.</translation>
    </message>
    <message>
        <source>Nothing is paid while the list of patients covers the bill.</source>
        <translation>Оплата не проведена: счёт закрыт списком пациентов.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ничего не изменено.</translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>Ничего не потеряно.</translation>
    </message>
    <message>
        <source>Nothing was paid.</source>
        <translation>Оплата не проведена.</translation>
    </message>
    <message>
        <source>Nothing was written: the reason stands at the sum.</source>
        <translation>Ничего не записано: причина — рядом с суммой.</translation>
    </message>
    <message>
        <source>Older receipts: Shift+F8.</source>
        <translation>Прежние квитанции: Shift+F8.</translation>
    </message>
    <message>
        <source>Paid {amount}, receipt {number}.</source>
        <translation>Оплачено {amount}, квитанция {number}.</translation>
    </message>
    <message>
        <source>Part of receipt {number} of {name} came back. Undo what is left of it, {amount} back?</source>
        <translation>По квитанции {number} ({name}) часть уже возвращена. Отменить остальное, вернуть {amount}?</translation>
    </message>
    <message>
        <source>Print card</source>
        <translation>Печать карты</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Receipt {number} is undone, {amount} back.</source>
        <translation>Квитанция {number} отменена, к возврату {amount}.</translation>
    </message>
    <message>
        <source>Receipt {number} of {name} is undone, {amount} back.</source>
        <translation>Квитанция {number} ({name}) отменена, к возврату {amount}.</translation>
    </message>
    <message>
        <source>Shift+F11 again blocks it; the chosen reason is kept.</source>
        <translation>Shift+F11 ещё раз — заблокировать; выбранная причина сохранится.</translation>
    </message>
    <message>
        <source>Shift+F9 again undoes it; the reason is kept.</source>
        <translation>Ещё раз Shift+F9 — отменить; причина сохранится.</translation>
    </message>
    <message>
        <source>Taken off: {name}.</source>
        <translation>Убрано: {name}.</translation>
    </message>
    <message>
        <source>Tell the patient the new sum, then press F9 again.</source>
        <translation>Назовите пациенту новую сумму и снова нажмите F9.</translation>
    </message>
    <message>
        <source>Tell the patient, then press F9 again.</source>
        <translation>Скажите пациенту и нажмите F9 ещё раз.</translation>
    </message>
    <message>
        <source>The account is as it was.</source>
        <translation>Счёт остался как был.</translation>
    </message>
    <message>
        <source>The bill that was open had been paid: receipt {number}.</source>
        <translation>Открытый счёт уже был оплачен: квитанция {number}.</translation>
    </message>
    <message numerus="yes">
        <source>The bill that was open is here again: %n line(s).</source>
        <translation>
            <numerusform>Открытый счёт восстановлен: %n строка.</numerusform>
            <numerusform>Открытый счёт восстановлен: %n строки.</numerusform>
            <numerusform>Открытый счёт восстановлен: %n строк.</numerusform>
        </translation>
    </message>
    <message>
        <source>The card is the proof of the holder.</source>
        <translation>Карта подтверждает владельца.</translation>
    </message>
    <message>
        <source>The card without a name {number} is nobody’s yet.</source>
        <translation>Карта без имени {number} ещё ничья.</translation>
    </message>
    <message>
        <source>The card {number} of {name} opens nothing any more.</source>
        <translation>Карта {number} ({name}) больше не действует.</translation>
    </message>
    <message>
        <source>The centre is silent: another desk may have handed it over already, ask the patient.</source>
        <translation>Нет связи с центром: возможно, деньги уже выдали на другой кассе, уточните у пациента.</translation>
    </message>
    <message>
        <source>The disk takes everything again; the open bill is kept.</source>
        <translation>Диск снова записывает; открытый счёт сохранён.</translation>
    </message>
    <message>
        <source>The last receipt here: {number}, {amount}: paid.</source>
        <translation>Последняя квитанция здесь: {number}, {amount} — оплачена.</translation>
    </message>
    <message>
        <source>The last receipt here: {number}, {name}, {amount}: paid.</source>
        <translation>Последняя квитанция здесь: {number}, {name}, {amount} — оплачена.</translation>
    </message>
    <message>
        <source>The one before opens nothing any more.</source>
        <translation>Прежняя больше не действует.</translation>
    </message>
    <message>
        <source>The price has changed meanwhile: {now} instead of {before}.</source>
        <translation>За это время цена изменилась: {now} вместо {before}.</translation>
    </message>
    <message>
        <source>The sum is the same, but what is earned has changed meanwhile.</source>
        <translation>Сумма та же, но начисление тем временем изменилось.</translation>
    </message>
    <message>
        <source>Their bill waits: Shift+F3.</source>
        <translation>Есть отложенный счёт: Shift+F3.</translation>
    </message>
    <message>
        <source>There is no receipt to print yet.</source>
        <translation>Квитанции для печати ещё нет.</translation>
    </message>
    <message>
        <source>There is nothing left to undo.</source>
        <translation>Отменять больше нечего.</translation>
    </message>
    <message>
        <source>This bill is nobody’s: without a name nothing is earned.</source>
        <translation>Счёт без пациента: без имени ничего не начислим.</translation>
    </message>
    <message>
        <source>This bill is paid already: {amount}, receipt {number}.</source>
        <translation>Этот счёт уже оплачен: {amount}, квитанция {number}.</translation>
    </message>
    <message>
        <source>This card of {name} is blocked.</source>
        <translation>Эта карта заблокирована, её владелец — {name}.</translation>
    </message>
    <message>
        <source>Type the price; 0 when it is free.</source>
        <translation>Введите цену; 0, если бесплатно.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
    <message>
        <source>Undo receipt {number} of {name}, {amount} back?</source>
        <translation>Отменить квитанцию {number} ({name}) и вернуть {amount}?</translation>
    </message>
    <message>
        <source>What does “{name}” cost?</source>
        <translation>Сколько стоит «{name}»?</translation>
    </message>
    <message>
        <source>What was saved before is safe.</source>
        <translation>Сохранённое раньше цело.</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>без имени</translation>
    </message>
    <message>
        <source>{amount} handed over to {name}.</source>
        <translation>Выдано {amount}: {name}.</translation>
    </message>
    <message>
        <source>{name} can join with it.</source>
        <translation>Эту карту можно выдать при вступлении: {name}.</translation>
    </message>
    <message>
        <source>{name} has joined, card {number}.</source>
        <translation>Участие оформлено: {name}, карта {number}.</translation>
    </message>
    <message>
        <source>{name} is here.</source>
        <translation>{name}.</translation>
    </message>
    <message>
        <source>{name} is written down.</source>
        <translation>Пациент записан: {name}.</translation>
    </message>
    <message>
        <source>{name}: the open bill is theirs now.</source>
        <translation>Открытый счёт оформлен на пациента: {name}.</translation>
    </message>
    <message>
        <source>{units} are on the account again.</source>
        <translation>Возвращено на баланс: {units}.</translation>
    </message>
    <message>
        <source>{units} earned.</source>
        <translation>Начислено: {units}.</translation>
    </message>
    <message>
        <source>{units} until {day}</source>
        <translation>{units} до {day}</translation>
    </message>
</context>
<context>
    <name>OwnRates</name>
    <message>
        <source>It earns</source>
        <translation>Начисляем</translation>
    </message>
    <message>
        <source>The same as for all</source>
        <translation>Как для всех</translation>
    </message>
    <message>
        <source>discount, %</source>
        <translation>скидка, %</translation>
    </message>
    <message>
        <source>{what}, discount, %</source>
        <translation>{what}: скидка, %</translation>
    </message>
    <message>
        <source>{what}: the same as for all</source>
        <translation>{what}: как для всех</translation>
    </message>
</context>
<context>
    <name>Paper</name>
    <message>
        <source>It could not be kept either: save it as a PDF now.</source>
        <translation>Отложить его тоже не удалось: сохраните его как PDF сейчас.</translation>
    </message>
    <message>
        <source>It waits in the room Paper.</source>
        <translation>Ждёт печати в разделе «Бумага».</translation>
    </message>
    <message>
        <source>It waits no longer.</source>
        <translation>Из очереди убрано.</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Напечатать ещё раз</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>The sale is done and kept.</source>
        <translation>Оплата проведена и сохранена.</translation>
    </message>
    <message>
        <source>The sale is done; the sheet waits in the room Paper.</source>
        <translation>Оплата проведена; лист ждёт в разделе «Бумага».</translation>
    </message>
    <message>
        <source>Try again with F12.</source>
        <translation>Попробуйте ещё раз: F12.</translation>
    </message>
    <message>
        <source>{title} could not be drawn.</source>
        <translation>Не удалось подготовить: {title}.</translation>
    </message>
    <message>
        <source>{title} is not printed: no printer is ready for it.</source>
        <translation>Не напечатано: {title}. Нет готового принтера.</translation>
    </message>
    <message>
        <source>{title} is not printed: the printer did not take it.</source>
        <translation>Не напечатано: {title}. Принтер не принял задание.</translation>
    </message>
    <message>
        <source>{title} is not printed: this card is blocked.</source>
        <translation>{title}: не печатается, эта карта заблокирована.</translation>
    </message>
    <message>
        <source>{title} is printed on {printer}.</source>
        <translation>Напечатано: {title} ({printer}).</translation>
    </message>
</context>
<context>
    <name>PaperKey</name>
    <message>
        <source>Recovery key</source>
        <translation>Ключ восстановления</translation>
    </message>
</context>
<context>
    <name>PaperRoom</name>
    <message numerus="yes">
        <source>%n card(s) are made and registered.</source>
        <translation>
            <numerusform>Сделана и внесена %n карта.</numerusform>
            <numerusform>Сделаны и внесены %n карты.</numerusform>
            <numerusform>Сделано и внесено %n карт.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) of members are made.</source>
        <translation>
            <numerusform>Готова %n карта участников.</numerusform>
            <numerusform>Готовы %n карты участников.</numerusform>
            <numerusform>Готово %n карт участников.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will be made, each with its number.</source>
        <translation>
            <numerusform>Будет сделана %n карта с номером.</numerusform>
            <numerusform>Будут сделаны %n карты, каждая со своим номером.</numerusform>
            <numerusform>Будет сделано %n карт, каждая со своим номером.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will be made.</source>
        <translation>
            <numerusform>Будет сделана %n карта.</numerusform>
            <numerusform>Будут сделаны %n карты.</numerusform>
            <numerusform>Будет сделано %n карт.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) wait to be printed again.</source>
        <translation>
            <numerusform>%n лист ждёт повторной печати.</numerusform>
            <numerusform>%n листа ждут повторной печати.</numerusform>
            <numerusform>%n листов ждут повторной печати.</numerusform>
        </translation>
    </message>
    <message>
        <source>A batch is on its way already.</source>
        <translation>Партия карт уже делается.</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Другая папка…</translation>
    </message>
    <message numerus="yes">
        <source>Cards, %n piece(s)</source>
        <translation>
            <numerusform>Карты, %n штука</numerusform>
            <numerusform>Карты, %n штуки</numerusform>
            <numerusform>Карты, %n штук</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose one at the left, or save a file with F9.</source>
        <translation>Выберите его слева или сохраните файл: F9.</translation>
    </message>
    <message>
        <source>Esc stops the cards that are being made.</source>
        <translation>Esc останавливает изготовление карт.</translation>
    </message>
    <message>
        <source>F12 prints, F9 saves a file, F6 goes to the next part.</source>
        <translation>F12 печатает, F9 сохраняет файл, F6 — следующая часть.</translation>
    </message>
    <message>
        <source>File {name}, folder {folder}.</source>
        <translation>Файл {name}, папка {folder}.</translation>
    </message>
    <message>
        <source>Lay a ruler on this page.</source>
        <translation>Приложите к этому листу линейку.</translation>
    </message>
    <message>
        <source>Lists (*.csv *.txt *.xlsx)</source>
        <translation>Списки (*.csv *.txt *.xlsx)</translation>
    </message>
    <message>
        <source>More than one member has: {lines}.</source>
        <translation>Подходит нескольким участникам: {lines}.</translation>
    </message>
    <message>
        <source>No card opens the account of: {lines}.</source>
        <translation>Нет действующей карты: {lines}.</translation>
    </message>
    <message>
        <source>No card was made, and no number was taken.</source>
        <translation>Ни одной карты не сделано, номера не заняты.</translation>
    </message>
    <message>
        <source>No card was made.</source>
        <translation>Ни одной карты не сделано.</translation>
    </message>
    <message>
        <source>No member was found for: {lines}.</source>
        <translation>Нет такого участника: {lines}.</translation>
    </message>
    <message>
        <source>No printer is chosen for this sheet.</source>
        <translation>Для этого листа не выбран принтер.</translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation>Ничего не потеряно.</translation>
    </message>
    <message>
        <source>Press {key} once more, and the numbers are registered.</source>
        <translation>Нажмите {key} ещё раз: номера будут зарегистрированы.</translation>
    </message>
    <message>
        <source>Press {key} once more, and they are made.</source>
        <translation>Нажмите {key} ещё раз, и карты будут сделаны.</translation>
    </message>
    <message>
        <source>Programs (*.toml *.json)</source>
        <translation>Программы (*.toml *.json)</translation>
    </message>
    <message>
        <source>Saved as {name} in {folder}.</source>
        <translation>Сохранено: {name}, папка {folder}.</translation>
    </message>
    <message>
        <source>Scan one at the desk to give it to a patient.</source>
        <translation>Чтобы выдать карту, считайте её в регистратуре.</translation>
    </message>
    <message>
        <source>The cross is 20 mm from the left edge and 20 mm from the top.</source>
        <translation>Крест стоит в 20 мм от левого края и в 20 мм от верхнего.</translation>
    </message>
    <message>
        <source>The file could not be written into this folder.</source>
        <translation>В эту папку записать файл не удалось.</translation>
    </message>
    <message>
        <source>The line is 50 mm long; where it is not, set the size.</source>
        <translation>Длина линии 50 мм; если это не так, поправьте размер.</translation>
    </message>
    <message>
        <source>The numbers of these cards are blocked.</source>
        <translation>Номера этих карт заблокированы.</translation>
    </message>
    <message>
        <source>The printer did not take them: they wait at the left.</source>
        <translation>Принтер их не принял: они ждут слева.</translation>
    </message>
    <message>
        <source>Trial page</source>
        <translation>Пробный лист</translation>
    </message>
    <message>
        <source>Where are sheets kept?</source>
        <translation>Куда сохранять листы?</translation>
    </message>
    <message>
        <source>Where it is not, set “Right” and “Down” by the difference.</source>
        <translation>Если это не так, поправьте на разницу «Вправо» и «Вниз».</translation>
    </message>
    <message>
        <source>Which program?</source>
        <translation>Какая программа?</translation>
    </message>
    <message>
        <source>Whose cards?</source>
        <translation>Чьи карты?</translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message>
        <source>A day is not right</source>
        <translation>День указан неверно</translation>
    </message>
    <message>
        <source>An example: the numbers are drawn when the cards are made.</source>
        <translation>Это образец: номера назначаются, когда карты готовы.</translation>
    </message>
    <message>
        <source>Cards are being made: {done} of {total}</source>
        <translation>Готовим карты: {done} из {total}</translation>
    </message>
    <message>
        <source>Find the patient (F3), then come back here.</source>
        <translation>Найдите пациента (F3) и вернитесь сюда.</translation>
    </message>
    <message>
        <source>It is here in a moment.</source>
        <translation>Он появится через мгновение.</translation>
    </message>
    <message>
        <source>No program is in force yet</source>
        <translation>Программа ещё не действует</translation>
    </message>
    <message>
        <source>Publish one; its sheets are printed from here.</source>
        <translation>Введите её в действие; её листы печатаются отсюда.</translation>
    </message>
    <message>
        <source>Put it right at the left; the report follows.</source>
        <translation>Исправьте его слева, и отчёт появится.</translation>
    </message>
    <message>
        <source>Samples of a draft: no number is taken, and no card is noted as printed.</source>
        <translation>Образцы по проекту: номера не заняты, и ни одна карта не отмечена напечатанной.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Stop   Esc</source>
        <translation>Остановить   Esc</translation>
    </message>
    <message>
        <source>The sheet as it will be printed</source>
        <translation>Лист, каким он будет на бумаге</translation>
    </message>
    <message>
        <source>The sheet is being drawn</source>
        <translation>Лист рисуется</translation>
    </message>
    <message>
        <source>This sheet speaks of one patient</source>
        <translation>Этот лист — об одном пациенте</translation>
    </message>
    <message>
        <source>Until they are all there, no number is taken.</source>
        <translation>Пока не готовы все, номера не заняты.</translation>
    </message>
    <message numerus="yes">
        <source>{title}: %n page(s)</source>
        <translation>
            <numerusform>{title}: %n страница</numerusform>
            <numerusform>{title}: %n страницы</numerusform>
            <numerusform>{title}: %n страниц</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more page(s), all of them in the file and on paper.</source>
        <translation>
            <numerusform>… и ещё %n страница: в файле и на бумаге есть все.</numerusform>
            <numerusform>… и ещё %n страницы: в файле и на бумаге есть все.</numerusform>
            <numerusform>… и ещё %n страниц: в файле и на бумаге есть все.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Parting</name>
    <message>
        <source>A version that was withdrawn does not come back.</source>
        <translation>Отозванная редакция не возвращается.</translation>
    </message>
    <message>
        <source>Nothing happens before F9 was pressed twice; Esc goes back.</source>
        <translation>Пока F9 не нажали дважды, ничего не происходит; Esc возвращает.</translation>
    </message>
    <message>
        <source>Patients who heard of the end will hear that it is off.</source>
        <translation>Те, кому сказали об окончании, узнают, что его не будет.</translation>
    </message>
    <message>
        <source>Press {key} once more, and it is done.</source>
        <translation>Нажмите {key} ещё раз, и это сделано.</translation>
    </message>
    <message>
        <source>The desks will tell every patient that the program ends.</source>
        <translation>На стойках каждому пациенту скажут, что программа заканчивается.</translation>
    </message>
    <message>
        <source>The program ends on {day}.</source>
        <translation>Программа заканчивается {day}.</translation>
    </message>
    <message>
        <source>The program goes on.</source>
        <translation>Программа продолжается.</translation>
    </message>
    <message>
        <source>Until then that can be taken back.</source>
        <translation>До тех пор это можно отменить.</translation>
    </message>
    <message>
        <source>Version {number} is withdrawn.</source>
        <translation>Редакция {number} отозвана.</translation>
    </message>
</context>
<context>
    <name>PartingView</name>
    <message>
        <source>A day is written like this: 31.01.2027.</source>
        <translation>День пишут так: 31.01.2027.</translation>
    </message>
    <message>
        <source>Discounts of members hold until {last} too.</source>
        <translation>Скидки участников действуют тоже до {last}.</translation>
    </message>
    <message>
        <source>End the program</source>
        <translation>Закончить программу</translation>
    </message>
    <message>
        <source>F9 in the list begins a draft from it.</source>
        <translation>F9 в списке начинает черновик из неё.</translation>
    </message>
    <message>
        <source>From {day} on nothing is earned.</source>
        <translation>С {day} ничего не начисляется.</translation>
    </message>
    <message>
        <source>It holds already or was withdrawn, so it cannot be taken back: announce the next one.</source>
        <translation>Она уже действует или была отозвана, вернуть её нельзя: объявите следующую.</translation>
    </message>
    <message>
        <source>It was to begin on {day}. Withdrawn, it never does.</source>
        <translation>Она должна была начаться {day}. Отозванная, она не начнётся.</translation>
    </message>
    <message>
        <source>Its record, and who was told of it, stay in the diary.</source>
        <translation>Запись о ней и то, кому о ней рассказали, остаются в дневнике.</translation>
    </message>
    <message numerus="yes">
        <source>Patients hear of it %n day(s) before: {day} at the soonest.</source>
        <translation>
            <numerusform>Пациентов предупреждают за %n день: не раньше {day}.</numerusform>
            <numerusform>Пациентов предупреждают за %n дня: не раньше {day}.</numerusform>
            <numerusform>Пациентов предупреждают за %n дней: не раньше {day}.</numerusform>
        </translation>
    </message>
    <message>
        <source>Patients who were told of the end should hear that it is off.</source>
        <translation>Тем, кому сказали об окончании, стоит сказать, что его не будет.</translation>
    </message>
    <message>
        <source>Taken back, everything goes on as it is: units are earned and keep their days.</source>
        <translation>После отмены всё идёт как шло: накопления начисляются, их сроки прежние.</translation>
    </message>
    <message>
        <source>That day has come; it cannot be taken back.</source>
        <translation>Этот день наступил, отменить нельзя.</translation>
    </message>
    <message>
        <source>The desks tell every patient from today on; the list “Who was told” counts them.</source>
        <translation>С сегодняшнего дня на стойках говорят каждому пациенту; их считает список «Кому рассказали».</translation>
    </message>
    <message>
        <source>The program does not end after all</source>
        <translation>Программа всё же не заканчивается</translation>
    </message>
    <message>
        <source>The program ends on</source>
        <translation>День окончания</translation>
    </message>
    <message>
        <source>The rules that hold now go on; the desks stop telling patients of new ones.</source>
        <translation>Нынешние правила действуют дальше; на стойках перестают говорить о новых.</translation>
    </message>
    <message>
        <source>Until that day it can be taken back.</source>
        <translation>До этого дня окончание можно отменить.</translation>
    </message>
    <message>
        <source>Versions it had replaced do not come back; they can be announced anew.</source>
        <translation>Редакции, которые она сменила, не возвращаются; их можно объявить заново.</translation>
    </message>
    <message>
        <source>What happens then</source>
        <translation>Что тогда произойдёт</translation>
    </message>
    <message>
        <source>What patients have can be spent until {last}, that day included; then it is gone.</source>
        <translation>Накопленное можно потратить до {last} включительно; потом оно сгорит.</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Почему</translation>
    </message>
    <message>
        <source>Withdraw {name}, version {number}</source>
        <translation>Отозвать: {name}, редакция {number}</translation>
    </message>
    <message>
        <source>it will be read in the diary of the program</source>
        <translation>это прочтут в дневнике программы</translation>
    </message>
</context>
<context>
    <name>PatientView</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n визит</numerusform>
            <numerusform>%n визита</numerusform>
            <numerusform>%n визитов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n год</numerusform>
            <numerusform>%n года</numerusform>
            <numerusform>%n лет</numerusform>
        </translation>
    </message>
    <message>
        <source>Ask: is it still {phone}?</source>
        <translation>Спросите, прежний ли номер: {phone}</translation>
    </message>
    <message>
        <source>Consent is missing: press F4 and ask</source>
        <translation>Нет согласия — спросите (F4)</translation>
    </message>
    <message numerus="yes">
        <source>Family account of %n people</source>
        <translation>
            <numerusform>Семейный счёт: %n человек</numerusform>
            <numerusform>Семейный счёт: %n человека</numerusform>
            <numerusform>Семейный счёт: %n человек</numerusform>
        </translation>
    </message>
    <message>
        <source>Left the program</source>
        <translation>Участие закончилось</translation>
    </message>
    <message>
        <source>Messages: {channels}</source>
        <translation>Сообщения: {channels}</translation>
    </message>
    <message>
        <source>No messages wanted</source>
        <translation>Сообщения не нужны</translation>
    </message>
    <message>
        <source>No phone: ask for it</source>
        <translation>Телефона нет — спросите</translation>
    </message>
    <message>
        <source>Not a member yet</source>
        <translation>Ещё не участник</translation>
    </message>
    <message>
        <source>Only for them: {offer}</source>
        <translation>Личное предложение: {offer}</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Пациент</translation>
    </message>
    <message>
        <source>Prices are at list. Joining takes a minute, and this very bill counts already.</source>
        <translation>Цены по прейскуранту. Вступить — минута, и уже этот счёт пойдёт в зачёт.</translation>
    </message>
    <message>
        <source>Scan the card, or type a name, a phone or a birth date above, and press Enter.</source>
        <translation>Сканируйте карту или введите вверху имя, телефон, дату рождения и нажмите Enter.</translation>
    </message>
    <message>
        <source>The highest level.</source>
        <translation>Высший уровень.</translation>
    </message>
    <message>
        <source>Who is here?</source>
        <translation>Кто пришёл?</translation>
    </message>
    <message>
        <source>no birth date</source>
        <translation>нет даты рождения</translation>
    </message>
    <message>
        <source>told {day}</source>
        <translation>рассказали {day}</translation>
    </message>
    <message>
        <source>{missing} more to “{level}”</source>
        <translation>ещё {missing} до уровня «{level}»</translation>
    </message>
    <message>
        <source>{units} more are on their way</source>
        <translation>Скоро будет доступно: {units}</translation>
    </message>
    <message>
        <source>{units} until {day}</source>
        <translation>{units} — до {day}</translation>
    </message>
    <message>
        <source>{units} will be taken from what is earned next</source>
        <translation>Зачтём из следующих начислений: {units}</translation>
    </message>
</context>
<context>
    <name>Payers</name>
    <message>
        <source>certificate</source>
        <translation>сертификат</translation>
    </message>
    <message>
        <source>deposit</source>
        <translation>депозит</translation>
    </message>
    <message>
        <source>employer</source>
        <translation>работодатель</translation>
    </message>
    <message>
        <source>insurer</source>
        <translation>страховая</translation>
    </message>
    <message>
        <source>state insurance</source>
        <translation>ОМС</translation>
    </message>
    <message>
        <source>the patient</source>
        <translation>пациент</translation>
    </message>
</context>
<context>
    <name>PerkRow</name>
    <message>
        <source>Empty: without a limit</source>
        <translation>Пусто: без ограничения</translation>
    </message>
    <message>
        <source>How often a year; empty: without a limit</source>
        <translation>Сколько раз в год; пусто — без ограничения</translation>
    </message>
    <message>
        <source>Remove this right</source>
        <translation>Убрать это право</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Право</translation>
    </message>
    <message>
        <source>a year</source>
        <translation>раз в год</translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>People found</source>
        <translation>Найденные люди</translation>
    </message>
    <message>
        <source>Surname or card</source>
        <translation>Фамилия или карта</translation>
    </message>
    <message>
        <source>Surname, phone or card</source>
        <translation>Фамилия, телефон или карта</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Almaty</source>
        <translation>Алматы</translation>
    </message>
    <message>
        <source>Belarusian rouble</source>
        <translation>белорусский рубль</translation>
    </message>
    <message>
        <source>Berlin</source>
        <translation>Берлин</translation>
    </message>
    <message>
        <source>Irkutsk</source>
        <translation>Иркутск</translation>
    </message>
    <message>
        <source>Kaliningrad</source>
        <translation>Калининград</translation>
    </message>
    <message>
        <source>Kamchatka</source>
        <translation>Камчатка</translation>
    </message>
    <message>
        <source>Krasnoyarsk, Novosibirsk</source>
        <translation>Красноярск, Новосибирск</translation>
    </message>
    <message>
        <source>London</source>
        <translation>Лондон</translation>
    </message>
    <message>
        <source>Magadan</source>
        <translation>Магадан</translation>
    </message>
    <message>
        <source>Minsk</source>
        <translation>Минск</translation>
    </message>
    <message>
        <source>Moscow</source>
        <translation>Москва</translation>
    </message>
    <message>
        <source>Omsk</source>
        <translation>Омск</translation>
    </message>
    <message>
        <source>Samara</source>
        <translation>Самара</translation>
    </message>
    <message>
        <source>US dollar</source>
        <translation>доллар США</translation>
    </message>
    <message>
        <source>Vladivostok</source>
        <translation>Владивосток</translation>
    </message>
    <message>
        <source>Yakutsk</source>
        <translation>Якутск</translation>
    </message>
    <message>
        <source>Yekaterinburg</source>
        <translation>Екатеринбург</translation>
    </message>
    <message>
        <source>euro</source>
        <translation>евро</translation>
    </message>
    <message>
        <source>rouble</source>
        <translation>рубль</translation>
    </message>
    <message>
        <source>tenge</source>
        <translation>тенге</translation>
    </message>
</context>
<context>
    <name>PlanForm</name>
    <message>
        <source>How the desks hear of it</source>
        <translation>Как узнают на стойках</translation>
    </message>
    <message>
        <source>Leaflet “What changed”: how many, who prints them</source>
        <translation>Листовка «Что изменилось»: сколько, кто печатает</translation>
    </message>
    <message>
        <source>Patients hear of it</source>
        <translation>Пациенты узнают</translation>
    </message>
    <message>
        <source>The same in English</source>
        <translation>То же по-английски</translation>
    </message>
    <message>
        <source>The sentence to say to patients, in Russian</source>
        <translation>Что сказать пациентам, по-русски</translation>
    </message>
    <message>
        <source>Who sees to it</source>
        <translation>Кто за это отвечает</translation>
    </message>
    <message>
        <source>a name, or a post</source>
        <translation>имя или должность</translation>
    </message>
    <message>
        <source>nothing typed: the desk says what changes for the patient at hand</source>
        <translation>если пусто, на стойке скажут, что меняется для этого пациента</translation>
    </message>
</context>
<context>
    <name>Practice</name>
    <message>
        <source>The practice desk could not be made ready.</source>
        <translation>Учебное место не удалось подготовить.</translation>
    </message>
    <message>
        <source>Try again; if it happens again, tell report {code}.</source>
        <translation>Попробуйте ещё раз; если повторится, назовите отчёт {code}.</translation>
    </message>
</context>
<context>
    <name>PracticeLine</name>
    <message>
        <source>Back to the real desk   F10</source>
        <translation>К настоящему месту   F10</translation>
    </message>
    <message>
        <source>Nothing here is real.</source>
        <translation>Здесь всё понарошку.</translation>
    </message>
    <message>
        <source>Practice desk: {name}</source>
        <translation>Учебное место: {name}</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>a discount of {percent}</source>
        <translation>скидка {percent}</translation>
    </message>
    <message>
        <source>a discount that grows: {percent}</source>
        <translation>растущая скидка {percent}</translation>
    </message>
    <message numerus="yes">
        <source>a family of up to %n shares one account</source>
        <translation>
            <numerusform>семья до %n человека копит вместе</numerusform>
            <numerusform>семья до %n человек копит вместе</numerusform>
            <numerusform>семья до %n человек копит вместе</numerusform>
        </translation>
    </message>
    <message>
        <source>up to {percent} of a bill may be paid with {units}</source>
        <translation>списанием {units} можно оплатить до {percent} счёта</translation>
    </message>
    <message>
        <source>{percent} of every visit comes back</source>
        <translation>с каждого визита возвращается {percent}</translation>
    </message>
    <message>
        <source>{percent} of every visit comes back, more with each level</source>
        <translation>с каждого визита возвращается {percent}: чем выше уровень, тем больше</translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation>{what}.</translation>
    </message>
</context>
<context>
    <name>PreviewView</name>
    <message>
        <source>Back   Esc</source>
        <translation>Назад   Esc</translation>
    </message>
    <message>
        <source>Print   F12</source>
        <translation>Печать   F12</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Сохранить PDF</translation>
    </message>
    <message>
        <source>The sheet as it will be printed</source>
        <translation>Лист, каким он будет напечатан</translation>
    </message>
</context>
<context>
    <name>PrinterCard</name>
    <message>
        <source>A page with a ruler, to set the offset and the size by</source>
        <translation>Лист с линейкой, чтобы поправить сдвиг и размер</translation>
    </message>
    <message>
        <source>Down, mm</source>
        <translation>Вниз, мм</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>Ищем принтеры…</translation>
    </message>
    <message>
        <source>None yet</source>
        <translation>Пока никакой</translation>
    </message>
    <message>
        <source>Print a trial page</source>
        <translation>Напечатать пробный лист</translation>
    </message>
    <message>
        <source>Printer</source>
        <translation>Принтер</translation>
    </message>
    <message>
        <source>Printer of this sheet</source>
        <translation>Принтер для этого листа</translation>
    </message>
    <message>
        <source>Remembered for every sheet of this kind.</source>
        <translation>Запоминается для всех листов этого вида.</translation>
    </message>
    <message>
        <source>Right, mm</source>
        <translation>Вправо, мм</translation>
    </message>
    <message>
        <source>Size, %</source>
        <translation>Масштаб, %</translation>
    </message>
    <message>
        <source>This printer is not there now.</source>
        <translation>Этого принтера сейчас нет.</translation>
    </message>
    <message>
        <source>This system has no printer. Every sheet can be saved as a file.</source>
        <translation>В этой системе нет принтера. Любой лист можно сохранить файлом.</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>What the clinic promises its patients, version by version.</source>
        <translation>Что клиника обещает пациентам, редакция за редакцией.</translation>
    </message>
</context>
<context>
    <name>ProgramLadder</name>
    <message numerus="yes">
        <source>%n kind(s) of service otherwise</source>
        <translation>
            <numerusform>%n вид услуг иначе</numerusform>
            <numerusform>%n вида услуг иначе</numerusform>
            <numerusform>%n видов услуг иначе</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <translation>
            <numerusform>%n право</numerusform>
            <numerusform>%n права</numerusform>
            <numerusform>%n прав</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n visit(s)</source>
        <translation>
            <numerusform>с %n визита</numerusform>
            <numerusform>с %n визитов</numerusform>
            <numerusform>с %n визитов</numerusform>
        </translation>
    </message>
    <message>
        <source>from {sum}</source>
        <translation>от {sum}</translation>
    </message>
    <message>
        <source>from …</source>
        <translation>от …</translation>
    </message>
    <message>
        <source>gives nothing</source>
        <translation>ничего не даёт</translation>
    </message>
    <message>
        <source>{percent} off</source>
        <translation>скидка {percent}</translation>
    </message>
    <message>
        <source>{units} for each full {sum}</source>
        <translation>{units} за каждые полные {sum}</translation>
    </message>
    <message>
        <source>{units} for {sum}</source>
        <translation>{units} за {sum}</translation>
    </message>
</context>
<context>
    <name>ProgramPromotions</name>
    <message>
        <source>After services</source>
        <translation>После услуг</translation>
    </message>
    <message>
        <source>Around the birthday</source>
        <translation>Около дня рождения</translation>
    </message>
    <message>
        <source>Bill of at least</source>
        <translation>Счёт не меньше</translation>
    </message>
    <message>
        <source>Branches</source>
        <translation>Филиалы</translation>
    </message>
    <message>
        <source>Days of the week</source>
        <translation>Дни недели</translation>
    </message>
    <message>
        <source>Every visit number</source>
        <translation>Каждый визит номер</translation>
    </message>
    <message>
        <source>First visit only</source>
        <translation>Только первый визит</translation>
    </message>
    <message>
        <source>Groups</source>
        <translation>Льготы</translation>
    </message>
    <message>
        <source>Hours</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Kinds of service</source>
        <translation>Виды услуг</translation>
    </message>
    <message>
        <source>Levels</source>
        <translation>Уровни</translation>
    </message>
    <message>
        <source>Only with the coupon</source>
        <translation>Только по купону</translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation>Чем платят</translation>
    </message>
    <message>
        <source>Segment</source>
        <translation>Сегмент</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Услуги</translation>
    </message>
    <message>
        <source>Services at least</source>
        <translation>Услуг не меньше</translation>
    </message>
    <message>
        <source>Times for each patient</source>
        <translation>Раз каждому пациенту</translation>
    </message>
    <message>
        <source>Times in a period</source>
        <translation>Раз за срок</translation>
    </message>
    <message>
        <source>Times in all</source>
        <translation>Раз всего</translation>
    </message>
    <message>
        <source>Together with</source>
        <translation>Вместе с услугами</translation>
    </message>
    <message>
        <source>a percent by the size of the bill</source>
        <translation>процент по сумме счёта</translation>
    </message>
    <message>
        <source>a percent off</source>
        <translation>скидка в процентах</translation>
    </message>
    <message>
        <source>a percent off the cheapest service</source>
        <translation>процент на самую дешёвую услугу</translation>
    </message>
    <message>
        <source>a percent that grows with the bill</source>
        <translation>процент, который растёт со счётом</translation>
    </message>
    <message>
        <source>a price of its own</source>
        <translation>особая цена</translation>
    </message>
    <message>
        <source>a service for nothing</source>
        <translation>услуга бесплатно</translation>
    </message>
    <message>
        <source>a sum off the bill</source>
        <translation>сумма со счёта</translation>
    </message>
    <message>
        <source>always</source>
        <translation>всегда</translation>
    </message>
    <message>
        <source>for {sum}</source>
        <translation>за {sum}</translation>
    </message>
    <message>
        <source>free: {service}</source>
        <translation>бесплатно: {service}</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>с {day}</translation>
    </message>
    <message>
        <source>more units: a multiplier</source>
        <translation>начислить больше: множитель</translation>
    </message>
    <message>
        <source>so many paid, so many free</source>
        <translation>столько платно, столько бесплатно</translation>
    </message>
    <message>
        <source>units as a gift, once a bill</source>
        <translation>баллы в подарок, раз за счёт</translation>
    </message>
    <message>
        <source>units × {factor}</source>
        <translation>начисление × {factor}</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>до {day}</translation>
    </message>
    <message>
        <source>{paid} + {free} free</source>
        <translation>{paid} + {free} бесплатно</translation>
    </message>
    <message>
        <source>{percent} off</source>
        <translation>скидка {percent}</translation>
    </message>
    <message>
        <source>{percent} off the cheapest</source>
        <translation>{percent} на самую дешёвую</translation>
    </message>
    <message>
        <source>{sum} off</source>
        <translation>скидка {sum}</translation>
    </message>
</context>
<context>
    <name>PromotionForm</name>
    <message>
        <source>At most, a bill</source>
        <translation>Не больше за счёт</translation>
    </message>
    <message>
        <source>Code, for coupons</source>
        <translation>Код, для купонов</translation>
    </message>
    <message>
        <source>Fr</source>
        <translation>пт</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>It gives</source>
        <translation>Даёт</translation>
    </message>
    <message>
        <source>Mo</source>
        <translation>пн</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Name of the promotion</source>
        <translation>Название акции</translation>
    </message>
    <message>
        <source>Only if</source>
        <translation>Только если</translation>
    </message>
    <message>
        <source>Sa</source>
        <translation>сб</translation>
    </message>
    <message>
        <source>Su</source>
        <translation>вс</translation>
    </message>
    <message>
        <source>Th</source>
        <translation>чт</translation>
    </message>
    <message>
        <source>To</source>
        <translation>По</translation>
    </message>
    <message>
        <source>Tu</source>
        <translation>вт</translation>
    </message>
    <message>
        <source>We</source>
        <translation>ср</translation>
    </message>
    <message>
        <source>With other discounts</source>
        <translation>С другими скидками</translation>
    </message>
    <message>
        <source>a certificate</source>
        <translation>сертификат</translation>
    </message>
    <message>
        <source>a deposit</source>
        <translation>депозит</translation>
    </message>
    <message>
        <source>add a condition</source>
        <translation>добавить условие</translation>
    </message>
    <message>
        <source>after</source>
        <translation>после</translation>
    </message>
    <message>
        <source>always</source>
        <translation>всегда</translation>
    </message>
    <message>
        <source>days before,</source>
        <translation>дней до,</translation>
    </message>
    <message>
        <source>it holds only alone</source>
        <translation>действует только одна</translation>
    </message>
    <message>
        <source>it is added on top</source>
        <translation>добавляется к ним</translation>
    </message>
    <message>
        <source>no limit</source>
        <translation>без предела</translation>
    </message>
    <message>
        <source>the better one wins</source>
        <translation>действует лучшая</translation>
    </message>
    <message>
        <source>the patient</source>
        <translation>пациент</translation>
    </message>
    <message>
        <source>without end</source>
        <translation>без конца</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>да</translation>
    </message>
</context>
<context>
    <name>PromotionsControl</name>
    <message numerus="yes">
        <source>%n condition(s)</source>
        <translation>
            <numerusform>%n условие</numerusform>
            <numerusform>%n условия</numerusform>
            <numerusform>%n условий</numerusform>
        </translation>
    </message>
    <message>
        <source>Add a promotion   Ins</source>
        <translation>Добавить акцию   Ins</translation>
    </message>
    <message>
        <source>Apr</source>
        <translation>апр</translation>
    </message>
    <message>
        <source>Aug</source>
        <translation>авг</translation>
    </message>
    <message>
        <source>Calendar of promotions</source>
        <translation>Календарь акций</translation>
    </message>
    <message>
        <source>Dec</source>
        <translation>дек</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Раньше</translation>
    </message>
    <message>
        <source>Feb</source>
        <translation>фев</translation>
    </message>
    <message>
        <source>Jan</source>
        <translation>янв</translation>
    </message>
    <message>
        <source>Jul</source>
        <translation>июл</translation>
    </message>
    <message>
        <source>Jun</source>
        <translation>июн</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>Mar</source>
        <translation>мар</translation>
    </message>
    <message>
        <source>May</source>
        <translation>май</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Месяц</translation>
    </message>
    <message>
        <source>No promotions yet. A program can do without them.</source>
        <translation>Акций пока нет. Программа может обойтись и без них.</translation>
    </message>
    <message>
        <source>Nov</source>
        <translation>ноя</translation>
    </message>
    <message>
        <source>Oct</source>
        <translation>окт</translation>
    </message>
    <message>
        <source>Promotions</source>
        <translation>Акции</translation>
    </message>
    <message>
        <source>Sep</source>
        <translation>сен</translation>
    </message>
    <message>
        <source>The calendar shows</source>
        <translation>Календарь показывает</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message numerus="yes">
        <source>meets %n other(s)</source>
        <translation>
            <numerusform>пересекается с %n акцией</numerusform>
            <numerusform>пересекается с %n акциями</numerusform>
            <numerusform>пересекается с %n акциями</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more pair(s) that meet.</source>
        <translation>
            <numerusform>… и ещё %n пара пересекается.</numerusform>
            <numerusform>… и ещё %n пары пересекаются.</numerusform>
            <numerusform>… и ещё %n пар пересекаются.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PulseView</name>
    <message>
        <source>1: not at all, 5: entirely</source>
        <translation>1 — совсем нет, 5 — полностью</translation>
    </message>
    <message>
        <source>Anonymous: your answer waits sealed on this computer until five people have answered here. Then only how often each mark was given is kept, without name, hour or order.</source>
        <translation>Анонимно: ответ ждёт здесь запечатанным, пока не ответят пятеро; потом хранится лишь, сколько раз поставили каждую оценку.</translation>
    </message>
    <message>
        <source>I believe that they are good for the patient</source>
        <translation>Я верю, что они хороши для пациента</translation>
    </message>
    <message>
        <source>I know the rules</source>
        <translation>Я знаю правила</translation>
    </message>
    <message>
        <source>I understand why they are so</source>
        <translation>Я понимаю, почему они такие</translation>
    </message>
    <message>
        <source>In your own words</source>
        <translation>Своими словами</translation>
    </message>
    <message>
        <source>In your own words, if you like</source>
        <translation>Своими словами, если хочется</translation>
    </message>
    <message>
        <source>Thank you. It is counted, and nobody can tell that it was you.</source>
        <translation>Спасибо. Ответ учтён, и никто не узнает, что он ваш.</translation>
    </message>
    <message>
        <source>What do you think of these rules?</source>
        <translation>Что вы думаете об этих правилах?</translation>
    </message>
    <message>
        <source>You were asked about these rules already: everybody is asked once.</source>
        <translation>Об этих правилах вас уже спрашивали: каждого спрашивают один раз.</translation>
    </message>
</context>
<context>
    <name>QFileDialog</name>
    <message>
        <source>&amp;Look in:</source>
        <translation>&amp;Папка:</translation>
    </message>
    <message>
        <source>Files of &amp;type:</source>
        <translation>&amp;Тип файлов:</translation>
    </message>
</context>
<context>
    <name>QuestionPage</name>
    <message>
        <source>Question {number} of {all}</source>
        <translation>Вопрос {number} из {all}</translation>
    </message>
</context>
<context>
    <name>QuizView</name>
    <message>
        <source>Answers</source>
        <translation>Ответы</translation>
    </message>
    <message>
        <source>No answer is another one than before: there is nothing to ask.</source>
        <translation>Ни один ответ не изменился: спрашивать не о чем.</translation>
    </message>
    <message>
        <source>Not passed yet: {right} of {all} right at once, one may be wrong. Nothing is lost: try again.</source>
        <translation>Пока не сдано: сразу верно {right} из {all}, ошибиться можно один раз. Ничего страшного: попробуйте ещё.</translation>
    </message>
    <message>
        <source>Number of this quiz: {seed}</source>
        <translation>Номер этого опроса: {seed}</translation>
    </message>
    <message>
        <source>Once more: what was wrong before</source>
        <translation>Ещё раз о том, где была ошибка</translation>
    </message>
    <message>
        <source>Passed: {right} of {all} right at once.</source>
        <translation>Сдано: сразу верно {right} из {all}.</translation>
    </message>
    <message>
        <source>Question {number} of {all}</source>
        <translation>Вопрос {number} из {all}</translation>
    </message>
    <message>
        <source>Question {number} of {all}, only about what changes</source>
        <translation>Вопрос {number} из {all}, только о том, что меняется</translation>
    </message>
    <message>
        <source>Right.</source>
        <translation>Верно.</translation>
    </message>
    <message>
        <source>Right: {answer}. You answered: {given}.</source>
        <translation>Верно: {answer}. Вы ответили: {given}.</translation>
    </message>
    <message>
        <source>The questions are being drawn…</source>
        <translation>Вопросы подбираются…</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n нужно разобрать</numerusform>
            <numerusform>%n нужно разобрать</numerusform>
            <numerusform>%n нужно разобрать</numerusform>
        </translation>
    </message>
    <message>
        <source>Rooms</source>
        <extracomment>More than this is many.</extracomment>
        <translation>Разделы</translation>
    </message>
</context>
<context>
    <name>RateField</name>
    <message>
        <source>a percent of what is paid</source>
        <translation>процент от оплаты</translation>
    </message>
    <message>
        <source>for a sum, in proportion</source>
        <translation>за сумму, доля в долю</translation>
    </message>
    <message>
        <source>for each full sum</source>
        <translation>за каждую полную сумму</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>ничего</translation>
    </message>
    <message>
        <source>{units} for</source>
        <translation>{units} за</translation>
    </message>
    <message>
        <source>{what}, for which sum</source>
        <translation>{what}: за какую сумму</translation>
    </message>
    <message>
        <source>{what}, how many</source>
        <translation>{what}: сколько</translation>
    </message>
    <message>
        <source>{what}, percent</source>
        <translation>{what}: процент</translation>
    </message>
</context>
<context>
    <name>ReceiptsView</name>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n штука</numerusform>
            <numerusform>%n штуки</numerusform>
            <numerusform>%n штук</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) come back</source>
        <translation>
            <numerusform>возвращается %n штука</numerusform>
            <numerusform>возвращаются %n штуки</numerusform>
            <numerusform>возвращается %n штук</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) left</source>
        <translation>
            <numerusform>осталась %n штука</numerusform>
            <numerusform>осталось %n штуки</numerusform>
            <numerusform>осталось %n штук</numerusform>
        </translation>
    </message>
    <message>
        <source>Enter goes to the lines; + and − choose pieces, * all of them; F9 gives back.</source>
        <translation>Enter — к строкам; + и − меняют количество, * — всё; F9 — вернуть.</translation>
    </message>
    <message>
        <source>Everything of this receipt came back.</source>
        <translation>По этой квитанции возвращено всё.</translation>
    </message>
    <message>
        <source>Lines of the receipt</source>
        <translation>Строки квитанции</translation>
    </message>
    <message>
        <source>No receipts yet</source>
        <translation>Квитанций ещё нет</translation>
    </message>
    <message>
        <source>Reason (Shift+F9)</source>
        <translation>Причина (Shift+F9)</translation>
    </message>
    <message>
        <source>Reason of the undoing</source>
        <translation>Причина отмены</translation>
    </message>
    <message>
        <source>Reason, to undo all of it (Shift+F9)</source>
        <translation>Причина отмены целиком (Shift+F9)</translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation>Квитанции</translation>
    </message>
    <message>
        <source>Receipts: {name}</source>
        <translation>Квитанции: {name}</translation>
    </message>
    <message>
        <source>The last receipts</source>
        <translation>Последние квитанции</translation>
    </message>
    <message>
        <source>This receipt was undone.</source>
        <translation>Эта квитанция отменена.</translation>
    </message>
    <message>
        <source>What is paid here is listed here.</source>
        <translation>Здесь появятся оплаченные счета.</translation>
    </message>
    <message>
        <source>fully returned</source>
        <translation>возвращена полностью</translation>
    </message>
    <message>
        <source>partly returned</source>
        <translation>возвращена частично</translation>
    </message>
    <message>
        <source>receipt {number}</source>
        <translation>квитанция {number}</translation>
    </message>
    <message>
        <source>stays</source>
        <translation>остаётся</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>отменена</translation>
    </message>
    <message>
        <source>without a name</source>
        <translation>без имени</translation>
    </message>
    <message>
        <source>{asked} of {left} back</source>
        <translation>вернуть {asked} из {left}</translation>
    </message>
    <message>
        <source>{left} of {all} pieces left</source>
        <translation>осталось {left} из {all}</translation>
    </message>
</context>
<context>
    <name>RecordsView</name>
    <message>
        <source>Part again</source>
        <translation>Разделить</translation>
    </message>
    <message>
        <source>Part again: {name}</source>
        <translation>Разделить снова: {name}</translation>
    </message>
    <message>
        <source>The record you name goes into this one; every unit and every visit is kept.</source>
        <translation>Найденная карточка вольётся в эту; баланс и визиты сохранятся.</translation>
    </message>
    <message>
        <source>The same person as</source>
        <translation>Тот же человек</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>Enter opens a row, Esc goes back.</source>
        <translation>Enter открывает строку, Esc — назад.</translation>
    </message>
    <message>
        <source>Esc stops; what is done is kept.</source>
        <translation>Esc остановит; сделанное сохранится.</translation>
    </message>
    <message>
        <source>Every figure opens: Enter shows what it is made of.</source>
        <translation>Каждое число раскрывается: Enter покажет, из чего оно.</translation>
    </message>
    <message>
        <source>Last year’s bills under a draft, before anybody is told.</source>
        <translation>Счета прошлого года по черновику — прежде чем кому-то сказать.</translation>
    </message>
</context>
<context>
    <name>RehearsalView</name>
    <message>
        <source>A day is written like this: 31.01.2027.</source>
        <translation>День пишут так: 31.01.2027.</translation>
    </message>
    <message>
        <source>A program without a name</source>
        <translation>Программа без названия</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Esc leads back: F2 there begins one.</source>
        <translation>Esc — назад, там F2 начнёт черновик.</translation>
    </message>
    <message>
        <source>Esc stops; what is done is kept.</source>
        <translation>Esc остановит; сделанное сохранится.</translation>
    </message>
    <message>
        <source>F9 prices every bill of them anew. Nothing is changed, nobody is told.</source>
        <translation>F9 посчитает заново каждый счёт этих дней. Ничего не изменится, никто не узнает.</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Числа</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Первый день</translation>
    </message>
    <message>
        <source>How far the rehearsal is</source>
        <translation>Сколько посчитано</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>Pricing the bills anew…</source>
        <translation>Считаем счета заново…</translation>
    </message>
    <message>
        <source>Reading the bills…</source>
        <translation>Читаем счета…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
    <message>
        <source>Tables of figures</source>
        <translation>Таблицы</translation>
    </message>
    <message>
        <source>There is no draft to rehearse</source>
        <translation>Примерять нечего: черновиков нет</translation>
    </message>
    <message>
        <source>What was done is kept: F9 goes on from there.</source>
        <translation>Сделанное сохранено: F9 продолжит с этого места.</translation>
    </message>
    <message>
        <source>What would these days have cost under the draft?</source>
        <translation>Во что обошлись бы эти дни по черновику?</translation>
    </message>
    <message numerus="yes">
        <source>and %n more, which the sum holds</source>
        <translation>
            <numerusform>и ещё %n, в сумме учтена</numerusform>
            <numerusform>и ещё %n, в сумме учтены</numerusform>
            <numerusform>и ещё %n, в сумме учтены</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportCard</name>
    <message>
        <source>A day is written like this: 31.01.2027.</source>
        <translation>День пишут так: 31.01.2027.</translation>
    </message>
    <message>
        <source>All of them</source>
        <translation>Все филиалы</translation>
    </message>
    <message>
        <source>Branch</source>
        <translation>Филиал</translation>
    </message>
    <message>
        <source>Days</source>
        <translation>Дни</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>Первый день</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>Последний день</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>There is no such day: {day}.</source>
        <translation>Такого дня нет: {day}.</translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Desk</source>
        <translation>Приём</translation>
    </message>
    <message>
        <source>Needs a look</source>
        <translation>Разобрать</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Связь</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Бумага</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
</context>
<context>
    <name>RowsView</name>
    <message>
        <source>Add   Ins</source>
        <translation>Добавить   Ins</translation>
    </message>
    <message>
        <source>{number}, without a name</source>
        <translation>{number}, без названия</translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>by hand</source>
        <translation>вручную</translation>
    </message>
    <message>
        <source>personal offer</source>
        <translation>личное предложение</translation>
    </message>
</context>
<context>
    <name>Say</name>
    <message>
        <source>That is {amount}.</source>
        <translation>С вас {amount}.</translation>
    </message>
    <message>
        <source>We add {units} to your account.</source>
        <translation>Начислим вам {units}.</translation>
    </message>
    <message>
        <source>With it you reach “{level}”.</source>
        <translation>Этот визит поднимает вас до уровня «{level}».</translation>
    </message>
    <message>
        <source>You save {amount}.</source>
        <translation>Вы экономите {amount}.</translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServicesControl</name>
    <message numerus="yes">
        <source>%n code(s) the price list does not have.</source>
        <translation>
            <numerusform>%n кода в прейскуранте нет.</numerusform>
            <numerusform>%n кодов в прейскуранте нет.</numerusform>
            <numerusform>%n кодов в прейскуранте нет.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is (are) chosen ({percent} %).</source>
        <translation>
            <numerusform>выбрана %n ({percent} %).</numerusform>
            <numerusform>выбраны %n ({percent} %).</numerusform>
            <numerusform>выбрано %n ({percent} %).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is (are) left out ({percent} %).</source>
        <translation>
            <numerusform>не участвует %n ({percent} %).</numerusform>
            <numerusform>не участвуют %n ({percent} %).</numerusform>
            <numerusform>не участвуют %n ({percent} %).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; and %n more</source>
        <translation>
            <numerusform>; и ещё %n</numerusform>
            <numerusform>; и ещё %n</numerusform>
            <numerusform>; и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Выбрать</translation>
    </message>
    <message>
        <source>Choose: {what}</source>
        <translation>Выбрать: {what}</translation>
    </message>
    <message>
        <source>Find in the price list</source>
        <translation>Найти в прейскуранте</translation>
    </message>
    <message numerus="yes">
        <source>The price list has %n service(s); </source>
        <translation>
            <numerusform>В прейскуранте %n услуга; </numerusform>
            <numerusform>В прейскуранте %n услуги; </numerusform>
            <numerusform>В прейскуранте %n услуг; </numerusform>
        </translation>
    </message>
    <message>
        <source>Tick all found</source>
        <translation>Отметить найденные</translation>
    </message>
    <message>
        <source>Untick all found</source>
        <translation>Снять с найденных</translation>
    </message>
    <message>
        <source>none is left out.</source>
        <translation>участвуют все.</translation>
    </message>
    <message>
        <source>none is named: all of them.</source>
        <translation>ни одна не названа: подходят все.</translation>
    </message>
    <message>
        <source>not in the price list</source>
        <translation>нет в прейскуранте</translation>
    </message>
    <message>
        <source>not ticked</source>
        <translation>не отмечена</translation>
    </message>
    <message>
        <source>only those ticked</source>
        <translation>только отмеченные</translation>
    </message>
    <message>
        <source>ticked</source>
        <translation>отмечена</translation>
    </message>
    <message>
        <source>words or a code; Enter ticks</source>
        <translation>слова или код; Enter отмечает</translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message numerus="yes">
        <source>%n printer(s) found.</source>
        <translation>
            <numerusform>Найден %n принтер.</numerusform>
            <numerusform>Найдено %n принтера.</numerusform>
            <numerusform>Найдено %n принтеров.</numerusform>
        </translation>
    </message>
    <message>
        <source>A code is set. Type another one, or 0 to take it away.</source>
        <translation>Код задан. Введите другой или 0, чтобы его убрать.</translation>
    </message>
    <message>
        <source>After the code</source>
        <translation>После кода</translation>
    </message>
    <message>
        <source>Ask, or save as PDF</source>
        <translation>Спросить или сохранить PDF</translation>
    </message>
    <message>
        <source>Before the code</source>
        <translation>Перед кодом</translation>
    </message>
    <message>
        <source>Branch code</source>
        <translation>Код филиала</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Цвета</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмные</translation>
    </message>
    <message>
        <source>Desk code</source>
        <translation>Код рабочего места</translation>
    </message>
    <message>
        <source>Every change holds at once.</source>
        <translation>Каждое изменение действует сразу.</translation>
    </message>
    <message>
        <source>Fewest digits</source>
        <translation>Цифр не меньше</translation>
    </message>
    <message>
        <source>Four to twelve digits; nothing was changed.</source>
        <translation>От четырёх до двенадцати цифр; ничего не изменено.</translation>
    </message>
    <message>
        <source>Heard {code}: at most {gap} ms between digits. The desk is set for it.</source>
        <translation>Считано {code}: между цифрами не больше {gap} мс. Настроено под этот сканер.</translation>
    </message>
    <message>
        <source>Hide the recovery key</source>
        <translation>Скрыть ключ восстановления</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Контрастные</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Locks by itself after, min</source>
        <translation>Блокировать через, мин</translation>
    </message>
    <message>
        <source>Longest gap, ms</source>
        <translation>Пауза не больше, мс</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Вид и язык</translation>
    </message>
    <message>
        <source>Looking for printers…</source>
        <translation>Ищем принтеры…</translation>
    </message>
    <message>
        <source>Move down, mm</source>
        <translation>Ниже, мм</translation>
    </message>
    <message>
        <source>Move right, mm</source>
        <translation>Правее, мм</translation>
    </message>
    <message>
        <source>Network of the clinic   Shift+F5</source>
        <translation>Сеть клиники   Shift+F5</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Никогда</translation>
    </message>
    <message>
        <source>No code: Enter unlocks the desk.</source>
        <translation>Кода нет: разблокирует Enter.</translation>
    </message>
    <message>
        <source>No digits were heard. Set the scanner to keyboard mode and try again.</source>
        <translation>Сканер ничего не передал. Включите у него режим клавиатуры и попробуйте снова.</translation>
    </message>
    <message>
        <source>Nothing here is encrypted: every backup opens everywhere.</source>
        <translation>Здесь ничего не зашифровано: любая копия откроется везде.</translation>
    </message>
    <message>
        <source>Paper</source>
        <translation>Печать</translation>
    </message>
    <message>
        <source>Print at once, without a preview</source>
        <translation>Печатать сразу, без просмотра</translation>
    </message>
    <message>
        <source>Printed on receipts; each desk of the clinic has its own.</source>
        <translation>Печатается на квитанциях; у каждого рабочего места свой.</translation>
    </message>
    <message>
        <source>Scan any card now…</source>
        <translation>Считайте любую карту…</translation>
    </message>
    <message>
        <source>Scanner</source>
        <translation>Сканер</translation>
    </message>
    <message>
        <source>Sets everything below by itself.</source>
        <translation>Настроит всё, что ниже, само.</translation>
    </message>
    <message numerus="yes">
        <source>Show %n sheet(s) that were not printed</source>
        <translation>
            <numerusform>Показать %n ненапечатанный лист</numerusform>
            <numerusform>Показать %n ненапечатанных листа</numerusform>
            <numerusform>Показать %n ненапечатанных листов</numerusform>
        </translation>
    </message>
    <message>
        <source>Show the recovery key</source>
        <translation>Показать ключ восстановления</translation>
    </message>
    <message>
        <source>Size, %</source>
        <translation>Масштаб, %</translation>
    </message>
    <message>
        <source>Slip, 80 mm</source>
        <translation>Квитанция, 80 мм</translation>
    </message>
    <message>
        <source>Slip, A5</source>
        <translation>Квитанция, А5</translation>
    </message>
    <message>
        <source>Text size</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>The scanner is set.</source>
        <translation>Сканер настроен.</translation>
    </message>
    <message>
        <source>This computer</source>
        <translation>Этот компьютер</translation>
    </message>
    <message>
        <source>This system has no printer. Every sheet can be saved as a PDF.</source>
        <translation>В системе нет принтеров. Любой лист можно сохранить в PDF.</translation>
    </message>
    <message>
        <source>Try the scanner</source>
        <translation>Проверить сканер</translation>
    </message>
    <message>
        <source>Unlocking code</source>
        <translation>Код разблокировки</translation>
    </message>
    <message>
        <source>Who works here</source>
        <translation>Кто здесь работает</translation>
    </message>
    <message>
        <source>Write it down and keep it safe: without it a backup opens on no other computer.</source>
        <translation>Запишите его и храните надёжно: без него копия не откроется ни на одном другом компьютере.</translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>A program from a file…</source>
        <translation>Программа из файла…</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>Draft {name}</source>
        <translation>Проект {name}</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Nobody is at the desk.</source>
        <translation>На приёме сейчас никого нет.</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>Лист</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Что</translation>
    </message>
</context>
<context>
    <name>Sheets</name>
    <message>
        <source>A4, folded</source>
        <translation>A4, сложенный</translation>
    </message>
    <message>
        <source>Cards of many members</source>
        <translation>Карты участников</translation>
    </message>
    <message>
        <source>Cards without names</source>
        <translation>Карты без имён</translation>
    </message>
    <message>
        <source>Consent: messages</source>
        <translation>Согласие: сообщения</translation>
    </message>
    <message>
        <source>Consent: personal data</source>
        <translation>Согласие: персональные данные</translation>
    </message>
    <message>
        <source>Consent: the program</source>
        <translation>Согласие: программа</translation>
    </message>
    <message>
        <source>Desk card for staff</source>
        <translation>Памятка для регистратуры</translation>
    </message>
    <message>
        <source>Last month</source>
        <translation>Прошлый месяц</translation>
    </message>
    <message>
        <source>Leaflet</source>
        <translation>Листовка</translation>
    </message>
    <message>
        <source>Member card</source>
        <translation>Карта участника</translation>
    </message>
    <message>
        <source>Other days</source>
        <translation>Другие дни</translation>
    </message>
    <message>
        <source>Plastic card</source>
        <translation>Пластиковая карта</translation>
    </message>
    <message>
        <source>Poster</source>
        <translation>Плакат</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Отчёт</translation>
    </message>
    <message>
        <source>Statement of the account</source>
        <translation>Выписка по счёту</translation>
    </message>
    <message>
        <source>Table tent</source>
        <translation>Табличка на стойку</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Этот месяц</translation>
    </message>
    <message>
        <source>This quarter</source>
        <translation>Этот квартал</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Этот год</translation>
    </message>
    <message>
        <source>Version {number}, draft</source>
        <translation>Редакция {number}, черновик</translation>
    </message>
    <message>
        <source>Version {number}, from {day}</source>
        <translation>Редакция {number}, с {day}</translation>
    </message>
    <message>
        <source>Version {number}, in force</source>
        <translation>Редакция {number}, действует</translation>
    </message>
    <message>
        <source>Version {number}, retired</source>
        <translation>Редакция {number}, прежняя</translation>
    </message>
    <message>
        <source>Version {number}, withdrawn</source>
        <translation>Редакция {number}, отозвана</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Что изменилось</translation>
    </message>
</context>
<context>
    <name>ShiftPage</name>
    <message>
        <source>Close the app   Enter</source>
        <translation>Закрыть приложение   Enter</translation>
    </message>
    <message numerus="yes">
        <source>Closes by itself in %n second(s).</source>
        <translation>
            <numerusform>Закроется само через %n секунду.</numerusform>
            <numerusform>Закроется само через %n секунды.</numerusform>
            <numerusform>Закроется само через %n секунд.</numerusform>
        </translation>
    </message>
    <message>
        <source>End of shift</source>
        <translation>Конец смены</translation>
    </message>
    <message>
        <source>Everything was sent: the centre has it all.</source>
        <translation>Всё отправлено: у центра есть всё.</translation>
    </message>
    <message>
        <source>Go on working   Esc</source>
        <translation>Работать дальше   Esc</translation>
    </message>
    <message>
        <source>Send now   F5</source>
        <translation>Отправить сейчас   F5</translation>
    </message>
</context>
<context>
    <name>Shut</name>
    <message>
        <source>Finding, pricing and explaining work; nothing is paid or written.</source>
        <translation>Поиск, расчёт и объяснения работают; оплата и запись — нет.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
</context>
<context>
    <name>StartView</name>
    <message>
        <source>Every ready program is complete: change what is different with you. Enter takes one.</source>
        <translation>Каждая готовая программа полна: измените то, что у вас иначе. Enter — взять.</translation>
    </message>
    <message>
        <source>Lessons</source>
        <translation>Уроки</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Смотрим…</translation>
    </message>
    <message>
        <source>Surname and given name</source>
        <translation>Фамилия и имя</translation>
    </message>
    <message>
        <source>What do you begin with?</source>
        <translation>С чего начать?</translation>
    </message>
    <message>
        <source>What is left to do</source>
        <translation>Что осталось</translation>
    </message>
    <message>
        <source>Who learns</source>
        <translation>Кто учится</translation>
    </message>
    <message>
        <source>done</source>
        <translation>пройден</translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>ещё не пройден</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n operation(s) kept on this computer</source>
        <translation>
            <numerusform>%n операция хранится на этом компьютере</numerusform>
            <numerusform>%n операции хранятся на этом компьютере</numerusform>
            <numerusform>%n операций хранятся на этом компьютере</numerusform>
        </translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation>ДЕМО</translation>
    </message>
    <message>
        <source>More about the network   Shift+F5</source>
        <translation>Подробнее о связи   Shift+F5</translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation>Сотрудник не указан</translation>
    </message>
    <message>
        <source>Opening the clinic&apos;s records…</source>
        <translation>Открываем данные клиники…</translation>
    </message>
    <message>
        <source>State of the desk</source>
        <extracomment>State of the network → its picture, and the colour of picture and words.</extracomment>
        <translation>Состояние рабочего места</translation>
    </message>
    <message>
        <source>Works without a network</source>
        <translation>Работает без сети</translation>
    </message>
    <message>
        <source>all sent at {time}</source>
        <translation>всё отправлено в {time}</translation>
    </message>
    <message>
        <source>{name}, desk {desk}</source>
        <translation>{name}, место {desk}</translation>
    </message>
</context>
<context>
    <name>StepForm</name>
    <message>
        <source>Add a right</source>
        <translation>Добавить право</translation>
    </message>
    <message>
        <source>Discount, %</source>
        <translation>Скидка, %</translation>
    </message>
    <message>
        <source>From, visits</source>
        <translation>С визита</translation>
    </message>
    <message>
        <source>From, {sign}</source>
        <translation>От, {sign}</translation>
    </message>
    <message>
        <source>It earns</source>
        <translation>Начисляем</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Название</translation>
    </message>
    <message>
        <source>Name of the level</source>
        <translation>Название уровня</translation>
    </message>
    <message>
        <source>Otherwise for</source>
        <translation>Иначе для</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Права</translation>
    </message>
    <message>
        <source>choose a kind of service</source>
        <translation>выберите вид услуг</translation>
    </message>
</context>
<context>
    <name>StepsField</name>
    <message>
        <source>Add a step</source>
        <translation>Добавить ступень</translation>
    </message>
    <message>
        <source>Remove the last</source>
        <translation>Убрать последнюю</translation>
    </message>
    <message>
        <source>and more:</source>
        <translation>и больше:</translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message numerus="yes">
        <source>%n patient(s) are in {name}.</source>
        <translation>
            <numerusform>%n пациент в файле {name}.</numerusform>
            <numerusform>%n пациента в файле {name}.</numerusform>
            <numerusform>%n пациентов в файле {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) are noted as told.</source>
        <translation>
            <numerusform>Отмечен %n пациент.</numerusform>
            <numerusform>Отмечены %n пациента.</numerusform>
            <numerusform>Отмечены %n пациентов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) will be noted as told.</source>
        <translation>
            <numerusform>Будет отмечен %n пациент.</numerusform>
            <numerusform>Будут отмечены %n пациента.</numerusform>
            <numerusform>Будут отмечены %n пациентов.</numerusform>
        </translation>
    </message>
    <message>
        <source>By whom</source>
        <translation>Кто</translation>
    </message>
    <message>
        <source>How</source>
        <translation>Как</translation>
    </message>
    <message>
        <source>It holds names and phones: delete it when it is not needed.</source>
        <translation>В нём имена и телефоны: удалите его, когда он станет не нужен.</translation>
    </message>
    <message>
        <source>Member since</source>
        <translation>Участвует с</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Номер</translation>
    </message>
    <message>
        <source>Patient</source>
        <translation>Пациент</translation>
    </message>
    <message>
        <source>Phone or address</source>
        <translation>Телефон или адрес</translation>
    </message>
    <message>
        <source>Press {key} once more when the messages are sent.</source>
        <translation>Когда сообщения отправлены, нажмите {key} ещё раз.</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Таблицы (*.csv)</translation>
    </message>
    <message>
        <source>The first time somebody hears of it counts.</source>
        <translation>Считается первый раз, когда пациент об этом узнал.</translation>
    </message>
    <message>
        <source>Told on</source>
        <translation>Рассказали</translation>
    </message>
    <message>
        <source>Where is the list written?</source>
        <translation>Куда записать список?</translation>
    </message>
    <message>
        <source>{name} was told.</source>
        <translation>{name}: рассказали.</translation>
    </message>
</context>
<context>
    <name>TellingView</name>
    <message>
        <source>Counting…</source>
        <translation>Считаем…</translation>
    </message>
    <message>
        <source>Esc leads back; everything else works.</source>
        <translation>Esc возвращает; всё остальное работает.</translation>
    </message>
    <message>
        <source>Everybody was told</source>
        <translation>Рассказали всем</translation>
    </message>
    <message>
        <source>Find a patient in this list</source>
        <translation>Найти пациента в этом списке</translation>
    </message>
    <message>
        <source>How they were told</source>
        <translation>Как рассказали</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Смотрим…</translation>
    </message>
    <message>
        <source>Nobody can be reached this way</source>
        <translation>Так никого не известить</translation>
    </message>
    <message>
        <source>Nobody is found</source>
        <translation>Никто не найден</translation>
    </message>
    <message>
        <source>Nobody was told yet</source>
        <translation>Пока никому не рассказали</translation>
    </message>
    <message>
        <source>Not told yet</source>
        <translation>Ещё не рассказали</translation>
    </message>
    <message>
        <source>Not told, reachable {way}</source>
        <translation>Можно известить {way}</translation>
    </message>
    <message>
        <source>Patients</source>
        <translation>Пациенты</translation>
    </message>
    <message>
        <source>The desk notes it when a patient is served.</source>
        <translation>На стойке это отмечают, когда пациента обслуживают.</translation>
    </message>
    <message>
        <source>The list could not be read</source>
        <translation>Список прочитать не удалось</translation>
    </message>
    <message>
        <source>They did not agree, or left no address.</source>
        <translation>Они не давали согласия или не оставили адреса.</translation>
    </message>
    <message>
        <source>Those who joined under the new rules need not be told.</source>
        <translation>Тем, кто вступил уже по новым правилам, рассказывать не нужно.</translation>
    </message>
    <message>
        <source>Told</source>
        <translation>Рассказали</translation>
    </message>
    <message>
        <source>Which patients</source>
        <translation>Какие пациенты</translation>
    </message>
    <message>
        <source>Who was told that the program ends</source>
        <translation>Кому рассказали об окончании программы</translation>
    </message>
    <message>
        <source>Who was told: {name}, version {number}</source>
        <translation>Кому рассказали: {name}, редакция {number}</translation>
    </message>
    <message numerus="yes">
        <source>and %n more: they come as you go down</source>
        <translation>
            <numerusform>и ещё %n: появится, когда дойдёте донизу</numerusform>
            <numerusform>и ещё %n: появятся, когда дойдёте донизу</numerusform>
            <numerusform>и ещё %n: появятся, когда дойдёте донизу</numerusform>
        </translation>
    </message>
    <message>
        <source>member since {day}</source>
        <translation>участвует с {day}</translation>
    </message>
    <message>
        <source>not told yet</source>
        <translation>ещё не рассказали</translation>
    </message>
    <message>
        <source>surname, phone, card</source>
        <translation>фамилия, телефон, карта</translation>
    </message>
    <message>
        <source>told {day}, {way}</source>
        <translation>рассказали {day}, {way}</translation>
    </message>
    <message>
        <source>{told} of {all} patients were told, {left} not yet.</source>
        <translation>Рассказали {told} из {all}, ещё нет — {left}.</translation>
    </message>
</context>
<context>
    <name>Ties</name>
    <message>
        <source>F9 does it, Esc leaves it.</source>
        <translation>F9 — выполнить, Esc — оставить как есть.</translation>
    </message>
    <message>
        <source>Join the family</source>
        <translation>Войти в семью</translation>
    </message>
    <message>
        <source>Leave the family</source>
        <translation>Выйти из семьи</translation>
    </message>
    <message>
        <source>Make them one</source>
        <translation>Объединить</translation>
    </message>
    <message>
        <source>Nothing is changed yet.</source>
        <translation>Пока ничего не изменено.</translation>
    </message>
    <message>
        <source>On leaving, the units stay with the family.</source>
        <translation>При выходе баланс остаётся семье.</translation>
    </message>
    <message>
        <source>One family, one account: {name} brings {units}, {others} brings {theirs}; all of it stays there.</source>
        <translation>Одна семья, один счёт: {name} — {units}, {others} — {theirs}; всё это останется семье.</translation>
    </message>
    <message>
        <source>Part them</source>
        <translation>Разделить</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>Вернуть как было</translation>
    </message>
    <message>
        <source>The record {others} goes into {name}: {theirs} come along; it can be parted again.</source>
        <translation>Запись «{others}» войдёт в запись «{name}», вместе с ней: {theirs}. Разделить можно и потом.</translation>
    </message>
    <message>
        <source>The record {others} is on its own again, with its own account.</source>
        <translation>Запись «{others}» снова станет отдельной, со своим счётом.</translation>
    </message>
    <message>
        <source>{name} is in no family any more.</source>
        <translation>{name}: больше не в семье.</translation>
    </message>
    <message>
        <source>{name} is in one family now with {others}.</source>
        <translation>{name}: теперь одна семья с этими людьми: {others}.</translation>
    </message>
    <message>
        <source>{name} joins the family of {others}: {units} go to its account and stay there.</source>
        <translation>{name} войдёт в семью ({others}). На общий счёт уйдёт и там останется: {units}.</translation>
    </message>
    <message>
        <source>{name} joins the family of {others}; accounts stay apart.</source>
        <translation>{name} войдёт в семью ({others}), счета останутся раздельными.</translation>
    </message>
    <message>
        <source>{name} leaves the family ({others}) and keeps their account.</source>
        <translation>{name} выйдет из семьи ({others}) со своим счётом.</translation>
    </message>
    <message>
        <source>{name} leaves the family ({others}) with nothing: {units} stay with it.</source>
        <translation>{name} выйдет из семьи ({others}) без баланса. Семье останется: {units}.</translation>
    </message>
    <message>
        <source>{name}: everything is as it was.</source>
        <translation>{name}: всё снова как было.</translation>
    </message>
    <message>
        <source>{name}: the records are apart again.</source>
        <translation>{name}: записи снова отдельные.</translation>
    </message>
    <message>
        <source>{name}: the two records are one now.</source>
        <translation>{name}: две записи теперь одна.</translation>
    </message>
</context>
<context>
    <name>Total</name>
    <message>
        <source>At list price</source>
        <translation>По прейскуранту</translation>
    </message>
    <message>
        <source>Choose a receipt, then how many pieces of each line come back.</source>
        <translation>Выберите квитанцию, затем — сколько вернуть по каждой строке.</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Скидка</translation>
    </message>
    <message>
        <source>F9 gives it back; nothing has been written yet.</source>
        <translation>F9 — вернуть; пока ничего не записано.</translation>
    </message>
    <message>
        <source>Give the slip (F12), or take it back at once (F8).</source>
        <translation>Отдайте квитанцию (F12) или сразу отмените оплату (F8).</translation>
    </message>
    <message>
        <source>Money back</source>
        <translation>К возврату</translation>
    </message>
    <message>
        <source>Money back: {name}</source>
        <translation>К возврату: {name}</translation>
    </message>
    <message>
        <source>Paid, receipt {number}</source>
        <translation>Оплачено, квитанция {number}</translation>
    </message>
    <message>
        <source>Spending {units}</source>
        <translation>Списание: {units}</translation>
    </message>
    <message>
        <source>Spent {units}</source>
        <translation>Списано {units}</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>К оплате</translation>
    </message>
    <message>
        <source>earns {units}</source>
        <translation>начислим {units}</translation>
    </message>
    <message>
        <source>{amount} is kept for units already spent</source>
        <translation>Удержано {amount} за уже потраченное</translation>
    </message>
    <message>
        <source>{units} after it</source>
        <translation>станет {units}</translation>
    </message>
    <message>
        <source>{units} come back to the patient</source>
        <translation>Пациенту на баланс: {units}</translation>
    </message>
    <message>
        <source>{units} earned</source>
        <translation>начислено {units}</translation>
    </message>
    <message>
        <source>{units} on the account</source>
        <translation>на балансе {units}</translation>
    </message>
    <message>
        <source>{units} that were earned are taken back</source>
        <translation>Отменяем начисление: {units}</translation>
    </message>
</context>
<context>
    <name>TotalView</name>
    <message>
        <source>To pay</source>
        <translation>К оплате</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message numerus="yes">
        <source>%n answer(s) counted</source>
        <translation>
            <numerusform>учтён %n ответ</numerusform>
            <numerusform>учтено %n ответа</numerusform>
            <numerusform>учтено %n ответов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lesson(s) to do</source>
        <translation>
            <numerusform>остался %n урок</numerusform>
            <numerusform>осталось %n урока</numerusform>
            <numerusform>осталось %n уроков</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more lesson file(s) cannot be read</source>
        <translation>
            <numerusform>и ещё %n файл урока не читается</numerusform>
            <numerusform>и ещё %n файла уроков не читаются</numerusform>
            <numerusform>и ещё %n файлов уроков не читаются</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) about the rules</source>
        <translation>
            <numerusform>%n вопрос о правилах</numerusform>
            <numerusform>%n вопроса о правилах</numerusform>
            <numerusform>%n вопросов о правилах</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) about the rules from {day}</source>
        <translation>
            <numerusform>%n вопрос о правилах с {day}</numerusform>
            <numerusform>%n вопроса о правилах с {day}</numerusform>
            <numerusform>%n вопросов о правилах с {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) about what changes</source>
        <translation>
            <numerusform>%n вопрос о том, что меняется</numerusform>
            <numerusform>%n вопроса о том, что меняется</numerusform>
            <numerusform>%n вопросов о том, что меняется</numerusform>
        </translation>
    </message>
    <message>
        <source>A folder that all desks of the branch can write to</source>
        <translation>Папка, в которую можно писать с каждого места филиала</translation>
    </message>
    <message>
        <source>All lessons are done</source>
        <translation>Все уроки пройдены</translation>
    </message>
    <message>
        <source>An objection is no fault: the rule may be one.</source>
        <translation>Возразить — не провинность: ошибкой может быть само правило.</translation>
    </message>
    <message>
        <source>Anonymous, half a minute, and asked once for each version.</source>
        <translation>Анонимно, на полминуты, один раз о каждой редакции.</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>Answer: {text}</source>
        <translation>Ответ: {text}</translation>
    </message>
    <message>
        <source>Answered wrong most often</source>
        <translation>Где ошибаются чаще всего</translation>
    </message>
    <message>
        <source>Begin the lesson</source>
        <translation>Начать урок</translation>
    </message>
    <message>
        <source>Begin the questions</source>
        <translation>Начать вопросы</translation>
    </message>
    <message>
        <source>Believe in them</source>
        <translation>Верят в них</translation>
    </message>
    <message>
        <source>Count her again</source>
        <translation>Считать снова</translation>
    </message>
    <message>
        <source>Desk {desk}: {ready} of {people}</source>
        <translation>Место {desk}: {ready} из {people}</translation>
    </message>
    <message>
        <source>Do you agree? An objection is as welcome: whoever answers for the program reads it and replies.</source>
        <translation>Согласны ли вы? Возражение не хуже: тот, кто отвечает за программу, прочтёт его и ответит.</translation>
    </message>
    <message>
        <source>Enter or Esc: back to training.</source>
        <translation>Enter или Esc: назад к обучению.</translation>
    </message>
    <message>
        <source>Enter: on to the next question.</source>
        <translation>Enter — к следующему вопросу.</translation>
    </message>
    <message>
        <source>How much may be spent at most</source>
        <translation>Сколько можно списать самое большее</translation>
    </message>
    <message>
        <source>It is kept that you have read these rules and agree.</source>
        <translation>Записано: вы прочитали эти правила и согласны.</translation>
    </message>
    <message>
        <source>Keys 1 to 5 answer; Esc leaves without an answer.</source>
        <translation>Отвечают клавиши от 1 до 5; Esc — выйти без ответа.</translation>
    </message>
    <message>
        <source>Know the rules</source>
        <translation>Знают правила</translation>
    </message>
    <message>
        <source>Lesson {number} of {all}. A desk of your own with invented patients opens: nothing can be broken there.</source>
        <translation>Урок {number} из {all}. Откроется своя стойка с выдуманными пациентами: там ничего нельзя испортить.</translation>
    </message>
    <message>
        <source>Lessons and questions are made of its rules: it is begun in the room Program.</source>
        <translation>Уроки и вопросы составляются по её правилам: начинают её в комнате «Программа».</translation>
    </message>
    <message>
        <source>Lessons can be done again as often as you like.</source>
        <translation>Уроки можно проходить сколько угодно раз.</translation>
    </message>
    <message>
        <source>Names and what they know lie in the folder the desks share; the centre never has them.</source>
        <translation>Имена и кто что знает лежат в общей папке стоек; в центр они не попадают никогда.</translation>
    </message>
    <message>
        <source>Names and what they know stay on this computer; the centre never has them.</source>
        <translation>Имена и кто что знает остаются на этом компьютере; в центр они не попадают никогда.</translation>
    </message>
    <message>
        <source>New here? Twenty minutes of training</source>
        <translation>Вы здесь недавно? Обучение — двадцать минут</translation>
    </message>
    <message>
        <source>No answer is another one than before: you know these rules</source>
        <translation>Ни один ответ не изменился: эти правила вы знаете</translation>
    </message>
    <message>
        <source>Nobody has begun to learn yet.</source>
        <translation>Учиться ещё никто не начал.</translation>
    </message>
    <message>
        <source>None.</source>
        <translation>Нет.</translation>
    </message>
    <message>
        <source>Not answered</source>
        <translation>Без ответа</translation>
    </message>
    <message>
        <source>Not passed last time: only one answer may be wrong. Nothing is lost, the next questions are others.</source>
        <translation>В прошлый раз не сдано: ошибиться можно один раз. Ничего страшного: вопросы будут другие.</translation>
    </message>
    <message>
        <source>Not read yet</source>
        <translation>Ещё не прочитано</translation>
    </message>
    <message>
        <source>Nothing counts yet: the quiz goes on where you left it.</source>
        <translation>Пока ничего не засчитано: вопросы продолжатся с того же места.</translation>
    </message>
    <message>
        <source>Nothing was answered wrong so far.</source>
        <translation>Ошибок пока не было.</translation>
    </message>
    <message>
        <source>Objections</source>
        <translation>Возражения</translation>
    </message>
    <message>
        <source>Of those whose records can be read, {ready} of {people} are ready.</source>
        <translation>Из тех, чьи записи читаются, готовы {ready} из {people}.</translation>
    </message>
    <message>
        <source>Only about what changes: {version}. Each answer is told at once, with its reason.</source>
        <translation>Только о том, что меняется: {version}. Верно или нет, видно сразу и с объяснением.</translation>
    </message>
    <message>
        <source>Practise on invented patients: nothing of it reaches the real desk.</source>
        <translation>Учитесь на выдуманных пациентах: до настоящей стойки ничего не дойдёт.</translation>
    </message>
    <message>
        <source>Press 1, 2, 3 or 4. Nothing is timed.</source>
        <translation>Нажмите 1, 2, 3 или 4. Время не считается.</translation>
    </message>
    <message>
        <source>Privileges of groups</source>
        <translation>Льготы групп</translation>
    </message>
    <message>
        <source>Promotions by day and hour</source>
        <translation>Акции по дням и часам</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Прочитать</translation>
    </message>
    <message>
        <source>Read and agreed</source>
        <translation>Прочитано, принято</translation>
    </message>
    <message>
        <source>Read the rules</source>
        <translation>Прочитайте правила</translation>
    </message>
    <message>
        <source>Readiness</source>
        <translation>Готовность</translation>
    </message>
    <message>
        <source>Rules from {day}, version {number}</source>
        <translation>Правила с {day}, редакция {number}</translation>
    </message>
    <message>
        <source>Rules in force since {day}, version {number}</source>
        <translation>Правила действуют с {day}, редакция {number}</translation>
    </message>
    <message>
        <source>Rules that held from {day}, version {number}</source>
        <translation>Правила, действовавшие с {day}, версия {number}</translation>
    </message>
    <message>
        <source>Say it aloud once: the sums are those of the rules in force.</source>
        <translation>Скажите вслух хотя бы раз: суммы — из действующих правил.</translation>
    </message>
    <message>
        <source>Services that units may not pay, or not wholly</source>
        <translation>Услуги, которые баллами не оплатить или не целиком</translation>
    </message>
    <message numerus="yes">
        <source>Shown once %n answer(s) are there; nobody is named.</source>
        <translation>
            <numerusform>Видно, когда есть %n ответ; имён нет.</numerusform>
            <numerusform>Видно, когда есть %n ответа; имён нет.</numerusform>
            <numerusform>Видно, когда есть %n ответов; имён нет.</numerusform>
        </translation>
    </message>
    <message>
        <source>So it is not known who is ready.</source>
        <translation>Поэтому неизвестно, кто готов.</translation>
    </message>
    <message>
        <source>That is me</source>
        <translation>Это я</translation>
    </message>
    <message>
        <source>The answer is kept: the first page of whoever objected has it.</source>
        <translation>Ответ записан; тот, кто возражал, увидит его на первой странице.</translation>
    </message>
    <message>
        <source>The discount of each level</source>
        <translation>Скидка на каждом уровне</translation>
    </message>
    <message>
        <source>The discount on services with rules of their own</source>
        <translation>Скидка на услуги со своими правилами</translation>
    </message>
    <message>
        <source>The name is missing: type your surname and given name.</source>
        <translation>Нет имени: наберите фамилию и имя.</translation>
    </message>
    <message>
        <source>The next lesson begins under the new ones.</source>
        <translation>Следующий урок начнётся уже по новым.</translation>
    </message>
    <message>
        <source>The questions about the rules are passed</source>
        <translation>Вопросы о правилах сданы</translation>
    </message>
    <message>
        <source>The rules from {day} are to be read</source>
        <translation>Правила с {day} ещё не прочитаны</translation>
    </message>
    <message>
        <source>The rules have changed since your lesson began.</source>
        <translation>С начала вашего урока правила изменились.</translation>
    </message>
    <message>
        <source>The shared folder is not there</source>
        <extracomment>So many files are named beside the lessons: they are not the trainee&apos;s.</extracomment>
        <translation>Общая папка недоступна</translation>
    </message>
    <message>
        <source>The training records {file} cannot be read and were left as they are: what was learned there is missing here.</source>
        <translation>Файл обучения {file} не читается и оставлен как есть: того, что там выучено, здесь нет.</translation>
    </message>
    <message>
        <source>There is no program yet</source>
        <translation>Программы ещё нет</translation>
    </message>
    <message>
        <source>This is no name: what you learn is kept under it.</source>
        <translation>Это не имя, а под ним хранится всё, что вы выучите.</translation>
    </message>
    <message>
        <source>Three questions about what you think</source>
        <translation>Три вопроса о том, что вы думаете</translation>
    </message>
    <message>
        <source>Two minutes, and nobody looks at the clock. Each answer is told at once, with its reason.</source>
        <translation>Две минуты, но на часы никто не смотрит. Верно или нет, видно сразу и с объяснением.</translation>
    </message>
    <message>
        <source>Type your name above: what you learn is kept under it, beside this desk and not in it.</source>
        <translation>Впишите сверху своё имя: под ним хранится, что вы прошли, — рядом с записями клиники, а не в них.</translation>
    </message>
    <message>
        <source>Understand them</source>
        <translation>Понимают их</translation>
    </message>
    <message>
        <source>What is earned on each level</source>
        <translation>Сколько начисляют на каждом уровне</translation>
    </message>
    <message>
        <source>What is earned when somebody else pays</source>
        <translation>Что начисляют, когда платит кто-то другой</translation>
    </message>
    <message>
        <source>What is earned when units are spent</source>
        <translation>Что начисляют при списании</translation>
    </message>
    <message>
        <source>What is missing to the next level</source>
        <translation>Сколько не хватает до следующего уровня</translation>
    </message>
    <message>
        <source>What patients ask</source>
        <translation>Что спрашивают</translation>
    </message>
    <message>
        <source>What services with rules of their own earn</source>
        <translation>Что начисляют за услуги со своими правилами</translation>
    </message>
    <message>
        <source>What several people misread is a fault of the rule or of its words, not theirs: make it simpler.</source>
        <translation>Если ошибаются несколько человек, виновато правило или его слова, а не люди: сделайте проще.</translation>
    </message>
    <message>
        <source>What those at the desks think</source>
        <translation>Что думают те, кто работает за стойкой</translation>
    </message>
    <message>
        <source>When units lapse</source>
        <translation>Когда баллы сгорают</translation>
    </message>
    <message>
        <source>Which level a bill leads to</source>
        <translation>До какого уровня доводит счёт</translation>
    </message>
    <message>
        <source>Who learned what lies in {folder}. Nothing is lost: it is here again as soon as the folder is.</source>
        <translation>Кто что прошёл, хранится в {folder}. Ничего не пропало: всё вернётся вместе с папкой.</translation>
    </message>
    <message>
        <source>Who learns?</source>
        <translation>Кто учится?</translation>
    </message>
    <message>
        <source>You are ready</source>
        <translation>Вы готовы</translation>
    </message>
    <message>
        <source>Your first answers count: {right} of {all} right at once. The rest was only to learn.</source>
        <translation>Первые ответы засчитаны: сразу верно {right} из {all}. Остальное было только для учёбы.</translation>
    </message>
    <message>
        <source>Your name is kept in the folder the desks of the clinic share; the centre never has it.</source>
        <translation>Имя хранится в общей папке стоек клиники; в центр оно не попадает никогда.</translation>
    </message>
    <message>
        <source>Your name is kept on this computer; the centre never has it.</source>
        <translation>Имя хранится на этом компьютере; в центр оно не попадает никогда.</translation>
    </message>
    <message>
        <source>Your objection is kept; the answer will stand here.</source>
        <translation>Возражение записано; ответ появится здесь.</translation>
    </message>
    <message>
        <source>Your objection to version {number} waits for an answer</source>
        <translation>Возражение к редакции {number} ждёт ответа</translation>
    </message>
    <message>
        <source>Your objection to version {number} was answered: {text}</source>
        <translation>Ответ на возражение к редакции {number}: {text}</translation>
    </message>
    <message>
        <source>Your objection waits for an answer</source>
        <translation>Ваше возражение ждёт ответа</translation>
    </message>
    <message>
        <source>Your objection was answered: {text}</source>
        <translation>На ваше возражение ответили: {text}</translation>
    </message>
    <message>
        <source>not read yet</source>
        <translation>ещё не прочитано</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>возражает</translation>
    </message>
    <message>
        <source>questions about the rules to go</source>
        <translation>вопросы о правилах впереди</translation>
    </message>
    <message>
        <source>questions about what changes to go</source>
        <translation>вопросы о новом впереди</translation>
    </message>
    <message>
        <source>read and agreed</source>
        <translation>прочитано, принято</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>всё пройдено</translation>
    </message>
    <message>
        <source>{name} is not counted any more.</source>
        <translation>{name}: в готовности больше не считается.</translation>
    </message>
    <message>
        <source>{name}, of version {number}: {text}</source>
        <translation>{name}, о редакции {number}: {text}</translation>
    </message>
    <message>
        <source>{questions}, not passed yet</source>
        <translation>{questions}, пока не сдано</translation>
    </message>
    <message>
        <source>{question}: {mark} of 5</source>
        <translation>{question}: {mark} из 5</translation>
    </message>
    <message>
        <source>{question}: {mark} of 5, with the version before {earlier}</source>
        <translation>{question}: {mark} из 5, при прошлой редакции {earlier}</translation>
    </message>
    <message>
        <source>{ready} of {people} are ready, {share}; {goal} make a branch ready.</source>
        <translation>Готовы {ready} из {people}, это {share}; филиал готов, когда готовы {goal}.</translation>
    </message>
    <message>
        <source>{topic}: {wrong} of {all} wrong at first.</source>
        <translation>{topic}: сразу неверно {wrong} из {all}.</translation>
    </message>
</context>
<context>
    <name>Typed</name>
    <message>
        <source>or as written here</source>
        <translation>или впишите</translation>
    </message>
</context>
<context>
    <name>UsesField</name>
    <message>
        <source>How often</source>
        <translation>Сколько раз</translation>
    </message>
    <message>
        <source>In which period</source>
        <translation>За какой срок</translation>
    </message>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>за %n день</numerusform>
            <numerusform>за %n дня</numerusform>
            <numerusform>за %n дней</numerusform>
        </translation>
    </message>
    <message>
        <source>in a calendar year</source>
        <translation>за календарный год</translation>
    </message>
</context>
<context>
    <name>VersionView</name>
    <message>
        <source>Answer: {text}</source>
        <translation>Ответ: {text}</translation>
    </message>
    <message>
        <source>F9 says that you have read it and agree.</source>
        <translation>F9 — прочитано, вы согласны.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Смотрим…</translation>
    </message>
    <message>
        <source>Not answered yet.</source>
        <translation>Ответа ещё нет.</translation>
    </message>
    <message>
        <source>Nothing that a patient would feel.</source>
        <translation>Ничего, что заметил бы пациент.</translation>
    </message>
    <message>
        <source>Objection</source>
        <translation>Возражение</translation>
    </message>
    <message>
        <source>Read and agreed.</source>
        <translation>Прочитано, принято.</translation>
    </message>
    <message>
        <source>Read it to the end: F9 leafs on, and there you agree or object.</source>
        <translation>Прочтите до конца: F9 листает дальше, а там вы соглашаетесь или возражаете.</translation>
    </message>
    <message>
        <source>Say on the first page who you are; then you can agree or object.</source>
        <translation>Скажите на первой странице, кто вы: тогда можно согласиться или возразить.</translation>
    </message>
    <message>
        <source>The rules, as the leaflet tells them</source>
        <translation>Правила, как они сказаны в листовке</translation>
    </message>
    <message>
        <source>There is no program yet</source>
        <translation>Программы ещё нет</translation>
    </message>
    <message>
        <source>What is other than in version {number}</source>
        <translation>Что стало иначе, чем в редакции {number}</translation>
    </message>
    <message>
        <source>What is wrong with it?</source>
        <translation>Что в ней не так?</translation>
    </message>
    <message>
        <source>What the version says</source>
        <translation>Что говорит редакция</translation>
    </message>
    <message>
        <source>You object. F9 takes it back and agrees.</source>
        <translation>Вы возражаете. F9 снимет возражение и примет правила.</translation>
    </message>
    <message>
        <source>Your objection</source>
        <translation>Ваше возражение</translation>
    </message>
    <message>
        <source>Your objection to version {number}</source>
        <translation>Ваше возражение к редакции {number}</translation>
    </message>
    <message>
        <source>better</source>
        <translation>лучше</translation>
    </message>
    <message>
        <source>whoever answers for the program replies</source>
        <translation>ответит тот, кто отвечает за программу</translation>
    </message>
    <message>
        <source>worse</source>
        <translation>хуже</translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message numerus="yes">
        <source>%n question(s) still need an answer.</source>
        <translation>
            <numerusform>Остался без ответа %n вопрос.</numerusform>
            <numerusform>Остались без ответа %n вопроса.</numerusform>
            <numerusform>Остались без ответа %n вопросов.</numerusform>
        </translation>
    </message>
    <message>
        <source>A draft lies on this computer alone until it is announced.</source>
        <translation>Пока черновик не объявлен, он лежит только на этом компьютере.</translation>
    </message>
    <message>
        <source>A program without a name</source>
        <translation>Программа без названия</translation>
    </message>
    <message>
        <source>A version in force never changes: F9 begins the next one.</source>
        <translation>Действующая редакция не меняется: F9 начинает следующую.</translation>
    </message>
    <message>
        <source>Better for patients</source>
        <translation>Лучше для пациентов</translation>
    </message>
    <message>
        <source>Bring it back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Compared with version {number}:</source>
        <translation>По сравнению с редакцией {number}:</translation>
    </message>
    <message>
        <source>Desks: {what}</source>
        <translation>Стойки: {what}</translation>
    </message>
    <message>
        <source>Diary</source>
        <translation>Дневник</translation>
    </message>
    <message>
        <source>F9 opens it in the editor.</source>
        <translation>F9 открывает его в редакторе.</translation>
    </message>
    <message>
        <source>How patients hear of it</source>
        <translation>Как узнают пациенты</translation>
    </message>
    <message>
        <source>It is the first version.</source>
        <translation>Это первая редакция.</translation>
    </message>
    <message>
        <source>It was announced by a desk that did not know the version before it.</source>
        <translation>Её объявило рабочее место, которое не знало о предыдущей редакции.</translation>
    </message>
    <message>
        <source>Leaflet: {what}</source>
        <translation>Листовка: {what}</translation>
    </message>
    <message>
        <source>Neither better nor worse</source>
        <translation>Не лучше и не хуже</translation>
    </message>
    <message>
        <source>Put in force without its notice, because: {why}</source>
        <translation>Введена без срока предупреждения, потому что: {why}</translation>
    </message>
    <message>
        <source>Said at the desk: {what}</source>
        <translation>На стойке говорят: {what}</translation>
    </message>
    <message>
        <source>The diary has it: the desks are informed.</source>
        <translation>Записано в дневник: регистратуры знают.</translation>
    </message>
    <message>
        <source>The draft “{name}” is deleted.</source>
        <translation>Черновик «{name}» удалён.</translation>
    </message>
    <message>
        <source>The program ends on {day}; what is left can be spent until {last}.</source>
        <translation>Программа заканчивается {day}; накопленное можно потратить до {last}.</translation>
    </message>
    <message>
        <source>The same rules as version {number}.</source>
        <translation>Те же правила, что в редакции {number}.</translation>
    </message>
    <message>
        <source>There is no version yet to compare it with.</source>
        <translation>Пока не с чем сравнить: редакций ещё нет.</translation>
    </message>
    <message>
        <source>This desk can only be read now.</source>
        <translation>На этом рабочем месте сейчас можно только смотреть.</translation>
    </message>
    <message>
        <source>What changes with this draft</source>
        <translation>Что изменит этот черновик</translation>
    </message>
    <message>
        <source>What changes with version {number}</source>
        <translation>Что изменит редакция {number}</translation>
    </message>
    <message>
        <source>What the check-up warned of may stay, because</source>
        <translation>Замечания проверки оставлены, потому что</translation>
    </message>
    <message>
        <source>Worse for patients</source>
        <translation>Хуже для пациентов</translation>
    </message>
    <message>
        <source>announced</source>
        <translation>объявлена</translation>
    </message>
    <message>
        <source>changed {day} {time}</source>
        <translation>изменён {day} {time}</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>черновик</translation>
    </message>
    <message>
        <source>from {day}</source>
        <translation>с {day}</translation>
    </message>
    <message>
        <source>in force</source>
        <translation>действует</translation>
    </message>
    <message>
        <source>replaced before its first day, {day}</source>
        <translation>заменена до первого дня, {day}</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>закончена</translation>
    </message>
    <message>
        <source>was to begin {day}</source>
        <translation>должна была начаться {day}</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>отозвана</translation>
    </message>
    <message>
        <source>{first} – {last}</source>
        <translation>{first} – {last}</translation>
    </message>
    <message>
        <source>{name}, version {number}</source>
        <translation>{name}, редакция {number}</translation>
    </message>
    <message>
        <source>{span}, by branch {branch}</source>
        <translation>{span}, филиал {branch}</translation>
    </message>
    <message>
        <source>{told} of {all} patients were told, {left} not yet.</source>
        <translation>Рассказали {told} из {all}, ещё нет — {left}.</translation>
    </message>
    <message>
        <source>{what} sees to it.</source>
        <translation>Отвечает: {what}.</translation>
    </message>
</context>
<context>
    <name>VersionsView</name>
    <message>
        <source>Drafts and versions</source>
        <translation>Черновики и редакции</translation>
    </message>
    <message>
        <source>F2 begins one: empty, or from a preset.</source>
        <translation>F2 начинает новую: пустую или по образцу.</translation>
    </message>
    <message>
        <source>It could not be looked at; everything else works.</source>
        <translation>Посмотреть не удалось; всё остальное работает.</translation>
    </message>
    <message>
        <source>Looking…</source>
        <translation>Смотрим…</translation>
    </message>
    <message>
        <source>There is no program yet</source>
        <translation>Программы ещё нет</translation>
    </message>
    <message>
        <source>This desk can only be read now, so no program can be begun here.</source>
        <translation>На этом рабочем месте сейчас можно только смотреть, программу здесь не начать.</translation>
    </message>
    <message>
        <source>What is known of it</source>
        <translation>Что о ней известно</translation>
    </message>
</context>
<context>
    <name>WaitingCard</name>
    <message>
        <source>Not printed yet</source>
        <translation>Ещё не напечатано</translation>
    </message>
    <message>
        <source>Print again</source>
        <translation>Напечатать снова</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Показать</translation>
    </message>
    <message>
        <source>this card is blocked</source>
        <translation>эта карта заблокирована</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>The whole bill</source>
        <translation>Весь счёт</translation>
    </message>
</context>
<context>
    <name>WhyView</name>
    <message>
        <source>For the desk</source>
        <translation>Для регистратуры</translation>
    </message>
    <message>
        <source>To read to the patient</source>
        <translation>Прочесть пациенту</translation>
    </message>
    <message>
        <source>Why these sums</source>
        <translation>Почему такие суммы</translation>
    </message>
</context>
<context>
    <name>WishesView</name>
    <message>
        <source>All possible  F7</source>
        <translation>Всё, что можно  F7</translation>
    </message>
    <message>
        <source>All that is possible</source>
        <translation>Всё, что можно</translation>
    </message>
    <message>
        <source>Card scanned</source>
        <translation>Карта считана</translation>
    </message>
    <message>
        <source>Code, then Enter</source>
        <translation>Код, затем Enter</translation>
    </message>
    <message>
        <source>Coupon code</source>
        <translation>Код купона</translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation>Купоны</translation>
    </message>
    <message>
        <source>Discount by hand</source>
        <translation>Скидка вручную</translation>
    </message>
    <message>
        <source>For example birth date and the last digits of the phone</source>
        <translation>Например, дата рождения и последние цифры телефона</translation>
    </message>
    <message>
        <source>How many {units} to spend</source>
        <translation>Сколько {units} списать</translation>
    </message>
    <message>
        <source>How much to take off</source>
        <translation>Сколько снять</translation>
    </message>
    <message>
        <source>It takes nothing off this bill; F1 says why.</source>
        <translation>В этом счёте она ничего не снимает; почему — по F1.</translation>
    </message>
    <message>
        <source>No proof is needed. The holder is known by:</source>
        <translation>Подтверждение не требуется, но его можно отметить:</translation>
    </message>
    <message>
        <source>Other people</source>
        <translation>Другие люди</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>ПИН-код</translation>
    </message>
    <message>
        <source>Percent or amount</source>
        <translation>Процент или сумма</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Причина</translation>
    </message>
    <message>
        <source>Reason of the discount</source>
        <translation>Причина скидки</translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation>Награды</translation>
    </message>
    <message>
        <source>Second person</source>
        <translation>Второй сотрудник</translation>
    </message>
    <message>
        <source>Second person who agrees</source>
        <translation>Второй сотрудник</translation>
    </message>
    <message>
        <source>Second person, when above the limit</source>
        <translation>Второй сотрудник, если скидка выше предела</translation>
    </message>
    <message>
        <source>Spend {units}</source>
        <translation>Списание {units}</translation>
    </message>
    <message>
        <source>Take coupon {code} back</source>
        <translation>Убрать купон {code}</translation>
    </message>
    <message>
        <source>The holder is known by:</source>
        <translation>Отметьте подтверждение владельца:</translation>
    </message>
    <message>
        <source>The other one comes first and holds.</source>
        <translation>Действует другая: она идёт раньше.</translation>
    </message>
    <message>
        <source>The other one takes off as much or more, and holds.</source>
        <translation>Действует другая: она снимает не меньше.</translation>
    </message>
    <message>
        <source>This bill takes {units}; F1 says why.</source>
        <translation>В этом счёте можно списать {units}; почему — F1.</translation>
    </message>
    <message>
        <source>Two answers</source>
        <translation>Два ответа</translation>
    </message>
    <message>
        <source>Units and wishes</source>
        <translation>Списание и пожелания</translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation>Кто платит</translation>
    </message>
    <message>
        <source>Whose card</source>
        <translation>Чья карта</translation>
    </message>
    <message>
        <source>Without a proof up to {units}; for more, the holder is known by:</source>
        <translation>Без подтверждения — до {units}. Чтобы списать больше, отметьте подтверждение:</translation>
    </message>
    <message>
        <source>Without network none may be spent now; F1 says why.</source>
        <translation>Без связи сейчас списать нельзя; почему — F1.</translation>
    </message>
    <message>
        <source>Without network up to {units} now; F1 says why.</source>
        <translation>Без связи сейчас до {units}; почему — F1.</translation>
    </message>
    <message>
        <source>of {units}</source>
        <translation>из {units}</translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>Find a patient</source>
        <translation>Найти пациента</translation>
    </message>
    <message>
        <source>Surname, phone, card number or barcode   (F3)</source>
        <translation>Фамилия, телефон, номер карты или штрих-код   (F3)</translation>
    </message>
</context>
<context>
    <name>WorkingPage</name>
    <message>
        <source>Everything the centre has is here.</source>
        <translation>Всё, что есть у центра, уже здесь.</translation>
    </message>
    <message>
        <source>Invented patients, two years of visits, a price list. Some ten seconds, once.</source>
        <translation>Выдуманные пациенты, два года визитов, прайс-лист. Секунд десять, и только в первый раз.</translation>
    </message>
    <message>
        <source>Making the demo clinic</source>
        <translation>Создаём демо-клинику</translation>
    </message>
    <message>
        <source>Opening the desk</source>
        <translation>Открываем рабочее место</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Ход работы</translation>
    </message>
    <message>
        <source>Setting up the clinic</source>
        <translation>Настраиваем клинику</translation>
    </message>
    <message>
        <source>Stop   Esc</source>
        <translation>Остановить   Esc</translation>
    </message>
    <message>
        <source>Stopping; nothing of it stays.</source>
        <translation>Останавливаем; ничего не останется.</translation>
    </message>
    <message>
        <source>The program and the price list are being written.</source>
        <translation>Записываем программу и прайс-лист.</translation>
    </message>
</context>
<context>
    <name>_AfterField</name>
    <message>
        <source>days afterwards at most; 0: ever</source>
        <translation>дней после, не больше; 0 — когда угодно</translation>
    </message>
</context>
<context>
    <name>_BillForm</name>
    <message>
        <source>Add a service to the bill</source>
        <translation>Добавить услугу в счёт</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Day of the bill; empty: today</source>
        <translation>День счёта; пусто — сегодня</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Льгота</translation>
    </message>
    <message>
        <source>Has, {units}</source>
        <translation>На счёте, {units}</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Уровень</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Цена</translation>
    </message>
    <message>
        <source>Price of one</source>
        <translation>Цена одной</translation>
    </message>
    <message>
        <source>Services of the bill</source>
        <translation>Услуги счёта</translation>
    </message>
    <message>
        <source>Spends</source>
        <translation>Тратит</translation>
    </message>
    <message>
        <source>Take this service off the bill</source>
        <translation>Убрать услугу из счёта</translation>
    </message>
    <message>
        <source>add a service: words or code</source>
        <translation>добавить услугу: слова или код</translation>
    </message>
    <message>
        <source>as many as may be</source>
        <translation>сколько можно</translation>
    </message>
    <message>
        <source>first visit</source>
        <translation>первый визит</translation>
    </message>
    <message>
        <source>none</source>
        <translation>нет</translation>
    </message>
    <message>
        <source>today</source>
        <translation>сегодня</translation>
    </message>
</context>
<context>
    <name>_Figures</name>
    <message>
        <source>At list price</source>
        <translation>По прейскуранту</translation>
    </message>
    <message>
        <source>Discount</source>
        <translation>Скидка</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Черновик</translation>
    </message>
    <message>
        <source>Earned</source>
        <translation>Начислим</translation>
    </message>
    <message>
        <source>Level afterwards</source>
        <translation>Уровень потом</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>To pay</source>
        <translation>К оплате</translation>
    </message>
    <message>
        <source>Units pay</source>
        <translation>Накопленным</translation>
    </message>
    <message>
        <source>better for the patient</source>
        <translation>лучше для пациента</translation>
    </message>
    <message>
        <source>worse for the patient</source>
        <translation>хуже для пациента</translation>
    </message>
</context>
</TS>
