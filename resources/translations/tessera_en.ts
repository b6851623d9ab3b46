<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Announcing</name>
    <message numerus="yes">
        <source>Something is taken away, so patients hear of it %n day(s) before: {day} at the soonest.</source>
        <translation>
            <numerusform>Something is taken away, so patients hear of it %n day before: {day} at the soonest.</numerusform>
            <numerusform>Something is taken away, so patients hear of it %n days before: {day} at the soonest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AnnouncingView</name>
    <message numerus="yes">
        <source>%n finding(s) of the check-up need an answer. Enter leads to the place.</source>
        <translation>
            <numerusform>%n finding of the check-up needs an answer. Enter leads to the place.</numerusform>
            <numerusform>%n findings of the check-up need an answer. Enter leads to the place.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Aside</name>
    <message numerus="yes">
        <source>%n line(s) are now on the bill of {name}.</source>
        <translation>
            <numerusform>%n line is now on the bill of {name}.</numerusform>
            <numerusform>%n lines are now on the bill of {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bill of {name} waits: %n line(s).</source>
        <translation>
            <numerusform>The bill of {name} waits: %n line.</numerusform>
            <numerusform>The bill of {name} waits: %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bill that waited is open again: {name}, %n line(s).</source>
        <translation>
            <numerusform>The bill that waited is open again: {name}, %n line.</numerusform>
            <numerusform>The bill that waited is open again: {name}, %n lines.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The bill without a patient waits: %n line(s).</source>
        <translation>
            <numerusform>The bill without a patient waits: %n line.</numerusform>
            <numerusform>The bill without a patient waits: %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AsideStrip</name>
    <message numerus="yes">
        <source>%n waiting: {names}</source>
        <translation>
            <numerusform>%n waits: {names}</numerusform>
            <numerusform>%n wait: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BillView</name>
    <message numerus="yes">
        <source>%n service(s) found.</source>
        <translation>
            <numerusform>%n service found.</numerusform>
            <numerusform>%n services found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n service(s) are shown, there are more: type another letter.</source>
        <translation>
            <numerusform>The first %n service is shown, there are more: type another letter.</numerusform>
            <numerusform>The first %n services are shown, there are more: type another letter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CardsCard</name>
    <message numerus="yes">
        <source>%n card(s) without a name are registered and nobody’s yet.</source>
        <translation>
            <numerusform>%n card without a name is registered and nobody’s yet.</numerusform>
            <numerusform>%n cards without a name are registered and nobody’s yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CasesView</name>
    <message numerus="yes">
        <source>%n case(s) nobody has looked at</source>
        <translation>
            <numerusform>%n case nobody has looked at</numerusform>
            <numerusform>%n cases nobody has looked at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CategoriesControl</name>
    <message numerus="yes">
        <source>%n service(s)</source>
        <translation>
            <numerusform>%n service</numerusform>
            <numerusform>%n services</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take “{code}” from the price list (%n service(s))</source>
        <translation>
            <numerusform>Take “{code}” from the price list (%n service)</numerusform>
            <numerusform>Take “{code}” from the price list (%n services)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClinicPage</name>
    <message numerus="yes">
        <source>%n row(s) will not:</source>
        <translation>
            <numerusform>%n row will not:</numerusform>
            <numerusform>%n rows will not:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n service(s) will come in.</source>
        <translation>
            <numerusform>%n service will come in.</numerusform>
            <numerusform>%n services will come in.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LookupView</name>
    <message numerus="yes">
        <source>%n patient(s) found.</source>
        <translation>
            <numerusform>%n patient found.</numerusform>
            <numerusform>%n patients found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The first %n patient(s) are shown, there are more: type another letter.</source>
        <translation>
            <numerusform>The first patient is shown, there are more: type another letter.</numerusform>
            <numerusform>The first %n patients are shown, there are more: type another letter.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NetworkView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message numerus="yes">
        <source>The bill that was open is here again: %n line(s).</source>
        <translation>
            <numerusform>The bill that was open is here again: %n line.</numerusform>
            <numerusform>The bill that was open is here again: %n lines.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperRoom</name>
    <message numerus="yes">
        <source>%n card(s) are made and registered.</source>
        <translation>
            <numerusform>%n card is made and registered.</numerusform>
            <numerusform>%n cards are made and registered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) of members are made.</source>
        <translation>
            <numerusform>%n card of a member is made.</numerusform>
            <numerusform>%n cards of members are made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will be made, each with its number.</source>
        <translation>
            <numerusform>%n card will be made, with its number.</numerusform>
            <numerusform>%n cards will be made, each with its number.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n card(s) will be made.</source>
        <translation>
            <numerusform>%n card will be made.</numerusform>
            <numerusform>%n cards will be made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sheet(s) wait to be printed again.</source>
        <translation>
            <numerusform>%n sheet waits to be printed again.</numerusform>
            <numerusform>%n sheets wait to be printed again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cards, %n piece(s)</source>
        <translation>
            <numerusform>Cards, %n piece</numerusform>
            <numerusform>Cards, %n pieces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperView</name>
    <message numerus="yes">
        <source>{title}: %n page(s)</source>
        <translation>
            <numerusform>{title}: %n page</numerusform>
            <numerusform>{title}: %n pages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more page(s), all of them in the file and on paper.</source>
        <translation>
            <numerusform>… and %n more page, all of them in the file and on paper.</numerusform>
            <numerusform>… and %n more pages, all of them in the file and on paper.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PartingView</name>
    <message numerus="yes">
        <source>Patients hear of it %n day(s) before: {day} at the soonest.</source>
        <translation>
            <numerusform>Patients hear of it %n day before: {day} at the soonest.</numerusform>
            <numerusform>Patients hear of it %n days before: {day} at the soonest.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PatientView</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation>
            <numerusform>%n visit</numerusform>
            <numerusform>%n visits</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n year old</numerusform>
            <numerusform>%n years old</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Family account of %n people</source>
        <translation>
            <numerusform>Family account of %n person</numerusform>
            <numerusform>Family account of %n people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message numerus="yes">
        <source>a family of up to %n shares one account</source>
        <translation>
            <numerusform>a family of up to %n shares one account</numerusform>
            <numerusform>a family of up to %n shares one account</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProgramLadder</name>
    <message numerus="yes">
        <source>%n kind(s) of service otherwise</source>
        <translation>
            <numerusform>%n kind of service otherwise</numerusform>
            <numerusform>%n kinds of service otherwise</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n right(s)</source>
        <translation>
            <numerusform>%n right</numerusform>
            <numerusform>%n rights</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n visit(s)</source>
        <translation>
            <numerusform>from %n visit</numerusform>
            <numerusform>from %n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PromotionsControl</name>
    <message numerus="yes">
        <source>%n condition(s)</source>
        <translation>
            <numerusform>%n condition</numerusform>
            <numerusform>%n conditions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>meets %n other(s)</source>
        <translation>
            <numerusform>meets %n other</numerusform>
            <numerusform>meets %n others</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… and %n more pair(s) that meet.</source>
        <translation>
            <numerusform>… and %n more pair that meets.</numerusform>
            <numerusform>… and %n more pairs that meet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message numerus="yes">
        <source>%n to look at</source>
        <translation>
            <numerusform>%n to look at</numerusform>
            <numerusform>%n to look at</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReceiptsView</name>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) come back</source>
        <translation>
            <numerusform>%n piece comes back</numerusform>
            <numerusform>%n pieces come back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) left</source>
        <translation>
            <numerusform>%n piece left</numerusform>
            <numerusform>%n pieces left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RehearsalView</name>
    <message numerus="yes">
        <source>and %n more, which the sum holds</source>
        <translation>
            <numerusform>and %n more, which the sum holds</numerusform>
            <numerusform>and %n more, which the sum holds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Services</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ServicesControl</name>
    <message numerus="yes">
        <source>%n code(s) the price list does not have.</source>
        <translation>
            <numerusform>%n code the price list does not have.</numerusform>
            <numerusform>%n codes the price list does not have.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is (are) chosen ({percent} %).</source>
        <translation>
            <numerusform>%n is chosen ({percent} %).</numerusform>
            <numerusform>%n are chosen ({percent} %).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n is (are) left out ({percent} %).</source>
        <translation>
            <numerusform>%n is left out ({percent} %).</numerusform>
            <numerusform>%n are left out ({percent} %).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; and %n more</source>
        <translation>
            <numerusform>; and %n more</numerusform>
            <numerusform>; and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The price list has %n service(s); </source>
        <translation>
            <numerusform>The price list has %n service; </numerusform>
            <numerusform>The price list has %n services; </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SettingsView</name>
    <message numerus="yes">
        <source>%n printer(s) found.</source>
        <translation>
            <numerusform>%n printer found.</numerusform>
            <numerusform>%n printers found.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n sheet(s) that were not printed</source>
        <translation>
            <numerusform>Show %n sheet that was not printed</numerusform>
            <numerusform>Show %n sheets that were not printed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ShiftPage</name>
    <message numerus="yes">
        <source>Closes by itself in %n second(s).</source>
        <translation>
            <numerusform>Closes by itself in %n second.</numerusform>
            <numerusform>Closes by itself in %n seconds.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n operation(s) kept on this computer</source>
        <translation>
            <numerusform>%n operation kept on this computer</numerusform>
            <numerusform>%n operations kept on this computer</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Telling</name>
    <message numerus="yes">
        <source>%n patient(s) are in {name}.</source>
        <translation>
            <numerusform>%n patient is in {name}.</numerusform>
            <numerusform>%n patients are in {name}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) are noted as told.</source>
        <translation>
            <numerusform>%n patient is noted as told.</numerusform>
            <numerusform>%n patients are noted as told.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n patient(s) will be noted as told.</source>
        <translation>
            <numerusform>%n patient will be noted as told.</numerusform>
            <numerusform>%n patients will be noted as told.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TellingView</name>
    <message numerus="yes">
        <source>and %n more: they come as you go down</source>
        <translation>
            <numerusform>and %n more: it comes as you go down</numerusform>
            <numerusform>and %n more: they come as you go down</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message numerus="yes">
        <source>%n answer(s) counted</source>
        <translation>
            <numerusform>%n answer counted</numerusform>
            <numerusform>%n answers counted</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n lesson(s) to do</source>
        <translation>
            <numerusform>%n lesson to do</numerusform>
            <numerusform>%n lessons to do</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more lesson file(s) cannot be read</source>
        <translation>
            <numerusform>%n more lesson file cannot be read</numerusform>
            <numerusform>%n more lesson files cannot be read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) about the rules</source>
        <translation>
            <numerusform>%n question about the rules</numerusform>
            <numerusform>%n questions about the rules</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) about the rules from {day}</source>
        <translation>
            <numerusform>%n question about the rules from {day}</numerusform>
            <numerusform>%n questions about the rules from {day}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n question(s) about what changes</source>
        <translation>
            <numerusform>%n question about what changes</numerusform>
            <numerusform>%n questions about what changes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Shown once %n answer(s) are there; nobody is named.</source>
        <translation>
            <numerusform>Shown once %n answer is there; nobody is named.</numerusform>
            <numerusform>Shown once %n answers are there; nobody is named.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UsesField</name>
    <message numerus="yes">
        <source>in %n day(s)</source>
        <translation>
            <numerusform>in %n day</numerusform>
            <numerusform>in %n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Versions</name>
    <message numerus="yes">
        <source>%n question(s) still need an answer.</source>
        <translation>
            <numerusform>%n question still needs an answer.</numerusform>
            <numerusform>%n questions still need an answer.</numerusform>
        </translation>
    </message>
</context>
</TS>
