/**
 * Whether words are an instruction to the operator in Spanish, Portuguese, French or Italian, which begin with the verb as
 * English ones do: `Reinicie el servicio`, `Executar o script`, `Arrêtez le pool`. Knows no Markdown.
 */
import { wordSet } from '../text/word-set';

/** Verbs as instructions have them: the infinitive, and how one says it to somebody. */
const verbs = wordSet(`
  ejecutar ejecute ejecuta iniciar inicie inicia detener detenga detén parar pare reiniciar reinicie reinicia abrir abra cerrar cierre
  borrar borre eliminar elimine elimina crear cree copiar copie mover mueva instalar instale actualizar actualice configurar configure
  activar desactivar desactive habilitar habilite deshabilitar deshabilite cambiar cambie añadir añada agregar agregue quitar quite
  esperar espere verificar verifique comprobar compruebe revisar revise confirmar confirme avisar avise notificar notifique conectar
  conecte conectarse conéctese desplegar despliegue restaurar restaure revertir revierta escalar escale promover promueva seleccionar
  seleccione introducir introduzca guardar guarde descargar descargue subir suba consultar consulte identificar identifique hacer haga
  renovar renueve generar genere rotar montar desmontar desmonte vaciar vacíe aplicar aplique sustituir sustituya
  executar execute interromper interrompa fechar feche apagar apague excluir exclua remova criar crie mova
  atualizar atualize ativar ative desativar desative desabilitar desabilite alterar altere adicionar adicione aguardar aguarde
  conferir confira implantar implante reverta promova selecione selecionar
  inserir insira digitar digite salvar baixar baixe enviar envie siga seguir renove gere reexecutar reexecute
  acessar acesse clicar clique validar valide redefinir redefina substituir substitua liberar libere bloquear bloqueie
  exécuter exécutez lancer lancez démarrer démarrez arrêter arrêtez redémarrer redémarrez relancer relancez ouvrir ouvrez fermer fermez
  supprimer supprimez créer créez copier copiez déplacer déplacez installer installez configurer configurez activer activez désactiver
  désactivez modifier modifiez changez ajouter ajoutez retirer retirez attendre attendez vérifier vérifiez contrôler contrôlez
  confirmer confirmez prévenir prévenez informer informez notifier notifiez connecter connectez déployer déployez restaurer restaurez
  basculer basculez promouvoir promouvez sélectionner sélectionnez saisir saisissez enregistrer enregistrez télécharger téléchargez
  consulter consultez renouveler renouvelez générer générez monter montez démonter démontez vider videz appliquer appliquez remplacer
  remplacez valider validez couper coupez
  eseguire esegui eseguite avviare avvia fermare ferma arrestare arresta riavviare riavvia aprire apri chiudere chiudi cancellare cancella
  eliminare creare crea copiare copia spostare sposta installare installa aggiornare aggiorna attivare attiva disattivare
  disattiva modificare modifica aggiungere aggiungi rimuovere rimuovi attendere attendi verificare verifica controllare controlla
  confermare conferma avvisare avvisa ripristinare ripristina scalare selezionare seleziona inserire inserisci salvare salva
`);
/** What begins a condition that a comma ends. */
const condition =
  /^(?:si|se|cuando|quando|quand|lorsque|en cas|em caso|en caso|in caso|após|tras|después|depois|une fois|après|dopo|antes|avant|prima)(?!\p{L})[^,.\r\n]{1,120},\s{1,3}/iu;
const lead =
  /^[^\p{L}]{0,8}(?:(?:luego|después|entonces|primero|por favor|em seguida|depois|então|primeiro|ensuite|puis|enfin|d’abord|poi|quindi|infine),? )?/iu;
const firstWord = /^(\p{L}{2,20})(?:-(?:vous|se|le|la|les))?(?![\p{L}’'.(])/u;

/** Whether a line begins with an instruction in one of these languages, after a condition. */
export function instructsInRomance(line: string): boolean {
  const words = line.slice(lead.exec(line)?.[0].length ?? 0);
  const rest = words.slice(condition.exec(words)?.[0].length ?? 0);
  const verb = firstWord.exec(rest)?.[1];
  return verb !== undefined && rest.length > verb.length + 2 && verbs.has(verb.toLowerCase());
}
