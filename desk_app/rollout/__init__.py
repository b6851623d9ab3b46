"""The life of a version: announced with its notice, told to patients, withdrawn or in force, and the program's end.

`announce` and `retire` are acts of a manager, `telling` is who heard of them, `diary` what was done when and by whom,
`at_desk` what staff are shown, `local_rules` what a branch may add (spec: program, Versions).
"""
