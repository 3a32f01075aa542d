-- refused: *
-- a Cyrillic letter in the name of the table
SELECT COUNT(*) AS n FROM х.h
