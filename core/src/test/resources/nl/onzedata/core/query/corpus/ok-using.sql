-- accepted
SELECT wijk, COUNT(*) AS n FROM x.h JOIN x.w USING (woning_id) GROUP BY wijk
