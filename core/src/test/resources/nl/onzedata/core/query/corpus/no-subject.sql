-- refused: NO-SUBJECT
SELECT wijk, COUNT(*) AS n FROM x.w GROUP BY wijk
