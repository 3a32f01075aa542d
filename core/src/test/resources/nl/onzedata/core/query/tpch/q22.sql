-- uses: tpch.customer.c_acctbal filter, tpch.customer.c_acctbal measure, tpch.customer.c_custkey link, tpch.customer.c_phone filter, tpch.customer.c_phone group, tpch.customer.c_phone show, tpch.orders.o_custkey link
-- joins: tpch/orders.o_custkey = tpch/customer.c_custkey
SELECT cntrycode, COUNT(*) AS numcust, SUM(c_acctbal) AS totacctbal
FROM (
  SELECT SUBSTRING(c_phone FROM 1 FOR 2) AS cntrycode, c_acctbal
  FROM tpch.customer
  WHERE SUBSTRING(c_phone FROM 1 FOR 2) IN ('13', '31', '23', '29', '30', '18', '17')
    AND c_acctbal > (
      SELECT AVG(c_acctbal) FROM tpch.customer
      WHERE c_acctbal > 0.00 AND SUBSTRING(c_phone FROM 1 FOR 2) IN ('13', '31', '23', '29', '30', '18', '17'))
    AND NOT EXISTS (SELECT 1 FROM tpch.orders WHERE o_custkey = c_custkey)) AS custsale
GROUP BY cntrycode
ORDER BY cntrycode
