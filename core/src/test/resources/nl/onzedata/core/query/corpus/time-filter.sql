-- refused: TIME
SELECT wijk, COUNT(*) AS n FROM x.v WHERE dag >= DATE '2027-01-02' GROUP BY wijk
