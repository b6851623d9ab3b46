<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>DeskRoom</source>
        <comment>This desk can only look things up: nothing is written.</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DeskRoom</source>
        <comment>Enter opens the highlighted patient, Esc goes back.</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>A certificate pays the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A deposit pays the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cards of the patient: give another one, block a lost one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change pieces, price and payer of the highlighted line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change what is kept of the patient: contacts, consents, groups</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Confirm the return that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cover everything about patients while you are away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every key of this screen on one page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Explain every sum, and why not otherwise: for the desk and for the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a patient by surname, phone, card or birth date, from anywhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go round the parts of the screen without the mouse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Join</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lock the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next part</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts of the patient, and what of them comes back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Returns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send and fetch now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Send what waits and fetch what is new</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show and print the slip of the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the highlighted receipt of today back as a whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the last receipt of today back; its bill is open again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The employer pays the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The insurer pays the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient has paid: write the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The patient pays the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The state pays the line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units, rewards, coupons and discounts by hand; again: all units possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write down a new patient, or make the one on screen a member</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>App</name>
    <message>
        <source>Close the app and open it again; if it happens again, tell report {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on working; the report is {code}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look through the settings once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong that should not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The clinic&apos;s records could not be opened.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The old file was kept as {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of this computer could not be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was already shown as done is kept.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BillView</name>
    <message numerus="yes">
        <source>%n service(s) found.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Add a service by code or words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of the bill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Service: code or words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Services found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bill is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The first %n service(s) are shown, there are more: type another letter.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Type a code or words of a service and press Enter; “3*” before it takes three pieces.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unnamed service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write “{words}” by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no discounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>sale price</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Channels</name>
    <message>
        <source>SMS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messenger</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>KeysView</name>
    <message>
        <source>Back   Esc</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LineView</name>
    <message>
        <source>Already a sale price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Category</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the service</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No discounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pieces</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Lines</name>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>discount {amount}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>paid by: {payer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>to pay {amount}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LockView</name>
    <message>
        <source>Back to work</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press Enter. Everything is as it was left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That code is not right. Everything is still as it was left.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The desk is locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many wrong codes. Try again in half a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type your code. Everything is as it was left.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookupView</name>
    <message numerus="yes">
        <source>%n patient(s) found.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody found for “{text}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is lost. Try again; if it stays so, call whoever looks after this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patients found</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The first %n patient(s) are shown, there are more: type another letter.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The records cannot be read just now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try fewer letters, the last digits of the phone or the birth date. F4 writes down a new patient.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not a member</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Check that the disk is not full and the folder may be written to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is kept on this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings of this computer could not be written.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They hold until the app is closed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This desk works by itself: no centre is joined.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoticeBar</name>
    <message>
        <source>Hide the message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Bind it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card {number} now belongs to {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes of {name} are saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the patient by name and give a new card: F11.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find the patient first, or write down a new one with this card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it to {name}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given back: {amount} of receipt {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its bill is open again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has the card {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was paid.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Older receipts: Shift+F8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid {amount}, receipt {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipt {number} is undone, {amount} back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken off: {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tell the patient the new sum, then press F9 again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The bill that was open had been paid: receipt {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>The bill that was open is here again: %n line(s).</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The card is the proof of the holder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The open bill is now that of {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The price has changed meanwhile: {now} instead of {before}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no receipt to print yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing left to undo.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bill is paid already: {amount}, receipt {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This card of {name} is blocked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was saved before is safe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} has joined, card {number}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is at the desk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} is written down.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}: the open bill is theirs now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} are on the account again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} earned.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PatientView</name>
    <message numerus="yes">
        <source>%n visit(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Ask: is it still {phone}?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consent is missing: press F4 and ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Family account of %n people</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Left the program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Messages: {channels}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No messages wanted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No phone: ask for it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not a member yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only for them: {offer}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prices are at list. Joining takes a minute, and this very bill counts already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scan the card, or type a name, a phone or a birth date above, and press Enter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The highest level.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who is here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no birth date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{missing} more to “{level}”</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} are good until {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} more are on their way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} will be taken from what is earned next</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Payers</name>
    <message>
        <source>certificate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>deposit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>employer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>insurer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state insurance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the patient</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PersonField</name>
    <message>
        <source>People found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surname, phone or card</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Rooms</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ReceiptsView</name>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) come back</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) left</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Enter goes to the lines; + and − choose pieces, * all of them; F9 gives back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything of this receipt came back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lines of the receipt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No receipts yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Receipts of {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last receipts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This receipt was undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is paid here is listed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>receipt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{asked} of {left} back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{left} of {all} pieces left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rooms</name>
    <message>
        <source>Desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Rules</name>
    <message>
        <source>by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>personal offer</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Say</name>
    <message>
        <source>Ask for the name or the card: F3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>We add {units} to your account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With it you reach “{level}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With our program this visit would already count: F4.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You save {amount}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message numerus="yes">
        <source>%n operation(s) kept on this computer</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>DEMO</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is signed in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the clinic&apos;s records…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>State of the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works without a network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, desk {desk}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Total</name>
    <message>
        <source>At list price</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a receipt, then how many pieces of each line come back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>F9 gives it back; nothing has been written yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the slip (F12), or take it back at once (F8).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Money back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paid, receipt {number}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To pay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>earns {units}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{amount} is kept for units already spent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} come back to the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{units} that were earned are taken back</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TotalView</name>
    <message>
        <source>To pay</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>The whole bill</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WhyView</name>
    <message>
        <source>For the desk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To read to the patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why these sums</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>WishesView</name>
    <message>
        <source>All that is possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All that is possible  F7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Card scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code, then Enter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coupon code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Coupons</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Discount by hand</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example birth date and the last digits of the phone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many units to spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much to take off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other people</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PIN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Percent or amount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Proof:</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason of the discount</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rewards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second person who agrees</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Second person, when above the limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take coupon {code} back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This bill takes {units}; F1 says why.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Two answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units and wishes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Units to spend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who pays</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whose card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {units}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Work</name>
    <message>
        <source>Find a patient</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Surname, phone, card number or barcode   (F3)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
