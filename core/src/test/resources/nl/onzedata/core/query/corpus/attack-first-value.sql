-- refused: *
SELECT COUNT(*) AS n FROM (SELECT FIRST_VALUE(inkomen) OVER (ORDER BY inkomen) AS laagst, inkomen FROM x.h) AS u WHERE inkomen = laagst
