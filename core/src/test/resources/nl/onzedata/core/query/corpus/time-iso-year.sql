-- refused: TIME
-- the year of a week does not start with a quarter
SELECT EXTRACT(ISOYEAR FROM sinds) AS jaar, COUNT(*) AS n FROM x.wmo GROUP BY EXTRACT(ISOYEAR FROM sinds)
